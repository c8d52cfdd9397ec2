import { readCommandLog } from '../../model/acl/command-log.ts'
import { contains } from '../../model/acl/command-set.ts'
import type { LoadedUser } from '../../model/acl/index.ts'
import { minimalRules, type MinimalRules } from '../../model/acl/minimize.ts'
import { lineStarts, positionAt } from '../../parser/line-starts.ts'
import { quoteWord } from '../../parser/quote-word.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import { MASK } from '../../fixer/secrets.ts'
import type { Project } from '../../model/project.ts'
import { placeOf } from '../concise.ts'
import { shown, sourceLine } from '../source-line.ts'
import { userName } from '../user-name.ts'

/** The line of a user as it is, and as it would be with nothing but what a log needs. Both masked. */
export interface MinimalLine {
  readonly user: string
  readonly path: string
  readonly line: number
  readonly before: string
  readonly after: string
  /** The same on a running server; passwords stay as they are. */
  readonly live: string
  readonly rules: MinimalRules
  /** What the user may run now, and the log never does. */
  readonly takenAway: readonly string[]
  /** How many lines the log has. */
  readonly lines: number
}

/** null: the user stands on no line. */
export function minimalLine(user: LoadedUser, logText: string, project: Project): MinimalLine | null {
  const { declaredAt, terms } = user
  if (declaredAt === null) return null
  const { path, span } = declaredAt
  const file = (project.acls.get(path) ?? project.confs.get(path))?.file
  if (file === undefined) return null
  const log = readCommandLog(logText)
  const rules = minimalRules(log, terms)
  const { line } = positionAt(file, span.start)
  const starts = lineStarts(file)
  const start = starts[line - 1] ?? 0
  const source = sourceLine(project, path, line)
  const before = source === null ? '' : shown(source, start, start + source.text.replace(/\r$/, '').length)
  const head = file.text.slice(start, span.end)
  const isConf = project.confs.has(path)
  const kept = user.rules.filter(({ kind, text }) => kind === 'password' || (kind === 'keyword' && KEPT.has(text.toLowerCase())))
    .map(({ kind, text }) => (kind === 'password' ? `${text.charAt(0)}${MASK}` : text))
  const channels = terms.schema.has('acl-channels') ? ['resetchannels', ...rules.channels] : []
  const words = ['resetkeys', ...rules.keys, ...channels, '-@all', ...rules.commands].map((word) => (isConf ? quoteWord(word) : word))
  const after = [decodeForDisplay(head), ...kept, ...words.map(decodeForDisplay)].join(' ')
  const granted = new Set(rules.commands.map((rule) => rule.slice(1).split('|', terms.schema.has('acl-knows-subcommands') ? 2 : 1).join('|')))
  return { user: userName(user.name), path: placeOf(path), line, before, after, live: `ACL SETUSER ${userName(user.name)} ${words.map(decodeForDisplay).join(' ')}`, rules, takenAway: grantedTo(user).filter((name) => !granted.has(name)), lines: log.length }
}

/** How the user logs in stays as it is. */
const KEPT: ReadonlySet<string> = new Set(['on', 'off', 'nopass', 'resetpass', 'sanitize-payload', 'skip-sanitize-payload'])

function grantedTo({ terms, outline }: LoadedUser): readonly string[] {
  const { names } = terms.space.table
  return names.filter((_, index) => outline.grants.some(({ set }) => contains(set, index)))
}

/** A diff of one line, and what it takes away. */
export function printMinimalLine({ path, line, before, after, live, rules, takenAway, lines }: MinimalLine): string {
  const names = takenAway.filter((name) => !name.includes('|'))
  const unusable = rules.unusable.length === 0 ? '' : `${rules.unusable.length} of ${lines} lines of the log are no command lines of this release, and are left out\n`
  return `--- ${path}\n+++ ${path}\n@@ -${line} +${line} @@\n-${before}\n+${after}\n\non a running server: ${live}\n${unusable}` +
    (names.length === 0 ? 'takes nothing away\n' : `takes away ${names.length} commands: ${names.slice(0, 20).join(' ')}${names.length > 20 ? ' …' : ''}\n`)
}
