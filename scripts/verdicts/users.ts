import type { AclUser, ServerModel, StartProblem } from '../../src/model/server-model.ts'
import type { Compared, Comparison } from './comparison.ts'

/** The command lines every user was asked for; a `|` parts container and subcommand (../shared/verdicts/README.md). */
const ASKED: readonly string[] = `get k,set k v,del k,keys *,flushall,flushdb,config|get x,config|set a b,config|rewrite,debug|jmap,shutdown,eval s 0,
evalsha h 0,script|load x,client|list,client|kill x,acl|whoami,acl|setuser x,acl|list,module|load x,module|list,replicaof a 1,migrate h 1 k 0 1,monitor,
save,bgsave,bgrewriteaof,info,ping,subscribe c,publish c m,hget k f,xadd k * f v,select 0,multi,cluster|info,function|load x,fcall f 0,restore k 0 v,
sort k,randomkey,rename a b,swapdb 0 1,memory|usage k,object|freq k,latency|doctor,slowlog|get,psync a 1,replconf a b,failover,copy user:1 cache:1,
get user:1,set cache:1 v,publish news.1 m,get read:1,set read:1 v,get write:1,set write:1 v,get sel:1`.split(/,\s*/)

/** The user that asked the questions: its rules are the harness's. */
const ASKER = 'oracle'

interface SeenUser {
  readonly flags: readonly string[]
  readonly passwords: readonly string[]
  readonly commands: string
  /** A list before selectors. */
  readonly keys: string | readonly string[]
  readonly channels?: string | readonly string[]
  readonly selectors: readonly { readonly commands: string; readonly keys: string; readonly channels: string; readonly databases?: string }[]
  readonly may?: readonly string[]
  readonly error?: readonly string[]
}

/** Lines of ACL errors; each user's fields as ACL GETUSER prints them; what each may do. */
export const compareUsers: Comparison = function* ({ verdict, family }, server) {
  if (!family.startsWith('acl-')) return
  const errors = verdict['errors'] as readonly { line: number, message: string }[] | undefined
  if (errors !== undefined) yield* errorsOf(errors, server.problems)
  const users = verdict['users'] as Readonly<Record<string, SeenUser>> | null | undefined
  if (users === null || users === undefined) return
  yield { kind: 'users', expected: Object.keys(users).sort().join(), actual: names(server).join() }
  for (const [name, seen] of Object.entries(users)) {
    const user = server.users.get(name)
    if (user !== undefined) yield* userOf(name, seen, user)
  }
}

function* errorsOf(errors: readonly { line: number, message: string }[], problems: readonly StartProblem[]): Iterable<Compared> {
  const found = problems.filter(({ stage }) => stage === 'acl')
  yield { kind: 'acl-lines', expected: errors.map(({ line }) => line).join(), actual: found.map(({ line }) => line).join() }
  yield { kind: 'message', about: 'ACL errors', expected: errors.map(({ message }) => message).join('; '), actual: found.map(({ message }) => message).join('; ') }
}

const names = ({ users }: ServerModel): string[] => [...users.keys()].filter((name) => name !== ASKER).sort()

function* userOf(about: string, seen: SeenUser, user: AclUser): Iterable<Compared> {
  const field = (kind: string, expected: unknown, actual: unknown): Compared =>
    ({ kind, about, expected: JSON.stringify(expected), actual: JSON.stringify(actual) })
  yield field('flags', [...seen.flags].sort(), [...user.flags].sort())
  yield field('passwords', seen.passwords, user.passwords)
  yield field('keys', printed(seen.keys, '~'), user.keys)
  if (seen.channels !== undefined) yield field('channels', printed(seen.channels, '&'), user.channels)
  yield field('commands', sorted(seen.commands), sorted(user.commands))
  yield field('selectors', seen.selectors.map(({ commands, keys, channels }) => [sorted(commands), keys, channels]),
    user.selectors.map(({ commands, keys, channels }) => [sorted(commands), keys, channels]))
  for (const asked of seen.may === undefined ? [] : ASKED) {
    if (seen.error?.includes(asked)) continue
    const [first = '', ...rest] = asked.split(' ')
    const [command = '', ...subcommand] = first.split('|')
    yield { kind: 'may', about: `${about}: ${asked}`, expected: String(seen.may?.includes(asked)), actual: String(user.can([command, ...subcommand, ...rest]).allowed) }
  }
}

const printed = (patterns: string | readonly string[], sigil: string): string =>
  typeof patterns === 'string' ? patterns : patterns.map((pattern) => sigil + pattern).join(' ')

/** Servers that do not remember the rules print them in the order of a hash table. */
const sorted = (rules: string): string => rules.split(' ').sort().join(' ')
