import { commandSummary } from '../../model/acl/command-summary.ts'
import { contains } from '../../model/acl/command-set.ts'
import type { LoadedUser } from '../../model/acl/index.ts'
import { deadRules } from '../../model/acl/dead-rules.ts'
import { positionAt } from '../../parser/line-starts.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import type { Location } from '../../parser/source-file.ts'
import type { Project } from '../../model/project.ts'
import { printable } from '../../fixer/printable.ts'
import { placeOf as shownPath } from '../concise.ts'
import { userName } from '../user-name.ts'

/** What a user is, for people and for programs. Holds no password and no hash. */
export interface UserAccount {
  readonly name: string
  /** `users.acl:3`; null: as it comes. */
  readonly declaredAt: string | null
  readonly enabled: boolean
  readonly auth: LoadedUser['auth']
  readonly passwords: number
  readonly keys: string
  readonly channels: string
  /** Few rules that come to the same as all that the line says. */
  readonly commands: readonly string[]
  readonly count: { readonly granted: number, readonly of: number }
  readonly dangerous: readonly string[]
  readonly selectors: readonly { readonly commands: string, readonly keys: string, readonly channels: string }[]
  /** Where the line does not do what it seems to say. */
  readonly remarks: readonly string[]
}

/** What wipes, reconfigures, stops or takes over. */
const DANGEROUS = [
  'flushall', 'flushdb', 'config', 'config|set', 'debug', 'module', 'module|load', 'shutdown', 'replicaof', 'migrate', 'keys', 'save', 'bgsave',
  'bgrewriteaof', 'acl', 'acl|setuser', 'script|load', 'eval', 'function|load', 'monitor', 'swapdb', 'failover',
]

export function accountOf(user: LoadedUser, project: Project): UserAccount {
  const { space } = user.terms
  const [grant] = user.outline.grants
  const runs = (name: string): boolean => user.outline.grants.some(({ set }) => contains(set, space.indexOf(name) ?? -1))
  return {
    name: userName(user.name),
    declaredAt: user.declaredAt === null ? null : placeOf(user.declaredAt, project),
    enabled: user.enabled, auth: user.auth, passwords: user.state.passwords.length,
    keys: decodeForDisplay(user.keys), channels: decodeForDisplay(user.channels),
    commands: grant === undefined ? [] : commandSummary(grant).map(decodeForDisplay),
    count: { granted: space.table.names.filter(runs).length, of: space.size },
    dangerous: DANGEROUS.filter((name) => space.indexOf(name) !== undefined && isDoer(name, user) && runs(name)),
    selectors: user.selectors.map((selector) => ({
      ...selector, commands: decodeForDisplay(selector.commands), keys: decodeForDisplay(selector.keys), channels: decodeForDisplay(selector.channels),
    })),
    remarks: [...remarksOn(user)].map(printable),
  }
}

const isDoer = (name: string, { terms }: LoadedUser): boolean => (terms.space.table.get(name)?.subcommands.length ?? 0) === 0

/** `users.acl:3` */
export function placeOf({ path, span }: Location, { confs, acls }: Project): string {
  const file = (confs.get(path) ?? acls.get(path))?.file
  return file === undefined ? shownPath(path) : `${shownPath(path)}:${positionAt(file, span.start).line}`
}

function* remarksOn(user: LoadedUser): Iterable<string> {
  if (!user.enabled) yield user.auth === 'none' ? 'off: nobody can log in' : 'off: nobody can log in, although it has a password or needs none'
  else if (user.auth === 'none') yield 'on, but without a password: nobody can log in'
  if (user.declaredAt === null && user.auth === 'nopass') yield 'no line mentions it, so it is as it comes: open to everybody'
  for (const { rule, undoneBy } of deadRules(user)) {
    if (rule.kind !== 'password') yield `${rule.text} does nothing: ${undoneBy.kind === 'password' ? 'a password' : undoneBy.text} behind it undoes it`
  }
  if (!user.outline.allKeys && user.keys === '' && user.outline.grants[0]?.all === true) yield 'may run everything, but touch no key'
}
