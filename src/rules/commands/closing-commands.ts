import { LoadedUser } from '../../model/acl/loaded-user.ts'
import type { AclLine } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import type { Project } from '../../model/project.ts'
import { isAllPowerful } from '../acl/users.ts'
import { addDirective } from '../directive-edits.ts'
import type { Fix, RuleContext, TextEdit } from '../rule.ts'
import { valueOf } from '../setting.ts'
import type { LiveCommand } from './dangerous-commands.ts'
import { idleLineOf, renameLines } from './rename-lines.ts'

/** Users stand in the files: what they may run is decided there, not by renaming. */
export function managesUsers(context: RuleContext): boolean {
  return context.schema.has('acl') && (context.server.uses('user').length > 0 || valueOf(context, 'aclfile') !== '')
}

/**
 * Takes commands from whoever is let in as the default user: by its ACL where users are managed, else
 * by removing them from the server. Undefined where a line for the default user has to be written first.
 */
export function closingFix(context: RuleContext, commands: readonly LiveCommand[]): Fix | undefined {
  return managesUsers(context) ? aclFix(context, commands) : renameFix(context, commands)
}

function renameFix(context: RuleContext, commands: readonly LiveCommand[]): Fix {
  const names = commands.map(({ name }) => name.toUpperCase())
  return {
    title: `Remove ${listed(names)}`,
    kind: 'hardening',
    consequence: consequenceOf(context, names),
    live: 'needs a restart',
    get edits() { return renameEdits(context, names) },
  }
}

/** A line that renames a command to itself gets the empty name; the others get a line. */
function renameEdits(context: RuleContext, names: readonly string[]): Fix['edits'] {
  const lines = renameLines(context)
  const idle = names.flatMap((name) => idleLineOf(name, lines) ?? [])
  const missing = names.filter((name) => idleLineOf(name, lines) === undefined).map((name) => `${name} ""`)
  const edits: readonly TextEdit[] = [
    ...idle.map(({ use, to }) => ({ path: use.path, span: to.span, newText: '""' })),
    ...(missing.length === 0 ? [] : [addDirective(context.project, 'rename-command', ...missing)]),
  ]
  const [first, ...more] = edits
  if (first === undefined) throw new Error('unreachable: a fix for no command')
  return [first, ...more]
}

function consequenceOf(context: RuleContext, names: readonly string[]): string {
  const has = (name: string): boolean => names.includes(name)
  const broken = [
    has('CONFIG') || has('REPLICAOF') || has('SLAVEOF') ? 'Sentinel can no longer manage this server' : '',
    has('MIGRATE') && valueOf(context, 'cluster-enabled') === 'yes' ? 'slots can no longer be moved to another node' : '',
    has('SHUTDOWN') ? 'the server is stopped by a signal only' : '',
    has('SAVE') || has('BGSAVE') ? 'backups that ask for a snapshot stop working' : '',
    has('FLUSHALL') && valueOf(context, 'appendonly') === 'yes' ? 'an append-only file that holds FLUSHALL has to be rewritten first' : '',
  ].filter((text) => text !== '')
  return ['Nobody can run these commands any more, administrators included', ...broken].join('; ') + '.'
}

function aclFix({ server, project }: RuleContext, commands: readonly LiveCommand[]): Fix | undefined {
  const declared = server.users.get('default')?.declaredAt ?? null
  const end = declared === null ? null : endOfUser(project, declared)
  const isInSelector = commands.some(({ because }) => because.kind === 'rule' && because.rule.kind === 'selector')
  if (end === null || isInSelector) return undefined
  // Who may do everything is limited by category, as default-user-unrestricted does: one by one the rules would be dead after that.
  const user = server.users.get('default')
  const isUnlimited = user instanceof LoadedUser && isAllPowerful(user)
  const rules = isUnlimited ? '-@admin -@dangerous' : commands.map(({ name }) => `-${name}`).join(' ')
  return {
    title: isUnlimited ? 'Take administration and dangerous commands from the default user'
      : `Take ${listed(commands.map(({ name }) => name.toUpperCase()))} from the default user`,
    kind: 'hardening',
    consequence: 'Clients that log in without a user name can no longer run these commands; other users keep them.',
    live: `ACL SETUSER default ${rules}`,
    edits: [{ ...end, newText: ` ${rules}` }],
  }
}

/** Behind the last rule of a user's line, in a configuration or an ACL file. */
function endOfUser({ confs, acls }: Project, { path, span }: Location): Omit<TextEdit, 'newText'> | null {
  const isOn = (line: Spanned): boolean => line.span.start <= span.start && span.start < line.span.end
  const conf = confs.get(path)?.lines.find(isOn)
  const words = conf?.kind === 'directive' ? [conf.name, ...conf.args] : aclWords(acls.get(path)?.lines() ?? [], isOn)
  const last = words.at(-1)
  return last === undefined ? null : { path, span: { start: last.span.end, end: last.span.end } }
}

type Spanned = Pick<Location, 'span'>

function aclWords(lines: Iterable<AclLine>, isOn: (line: Spanned) => boolean): readonly Spanned[] {
  for (const line of lines) {
    if (isOn(line)) return line.kind === 'user' ? [line.name, ...line.words] : []
  }
  return []
}

/** At most four names, then how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 5 ? 4 : 5)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}
