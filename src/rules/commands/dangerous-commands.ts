import { commandNames } from '../../model/exposure/command-names.ts'
import { runs, type Argv } from '../../model/exposure/permission.ts'
import type { Because } from '../../model/server-model.ts'
import type { Schema } from '../../schema/schema.ts'
import type { RuleContext } from '../rule.ts'

/** Commands that wipe data, change what the server is, or stop it; each with arguments that show what it can do. */
const DANGEROUS: readonly Argv[] = [
  ['flushall'], ['flushdb'], ['config', 'set', 'maxmemory', '0'], ['debug', 'sleep', '0'], ['module', 'load', '/m.so'],
  ['shutdown'], ['replicaof', 'host', '6379'], ['slaveof', 'host', '6379'], ['migrate', 'host', '6379', 'key', '0', '1000'],
  ['keys', '*'], ['save'], ['bgsave'], ['bgrewriteaof'],
]

export interface LiveCommand {
  readonly name: string
  /** What lets it run. */
  readonly because: Because
}

/** The dangerous commands that whoever is let in as the default user can run under their own names. */
export function liveDangerousCommands({ server, project, schema, exposure }: RuleContext): readonly LiveCommand[] {
  const names = commandNames(server, schema.commands)
  const user = schema.has('acl') ? server.users.get('default') ?? null : null
  if (schema.has('acl') && user?.enabled !== true) return []
  const origin = exposure.from('network4') === 'unreachable' && exposure.from('network6') === 'unreachable' ? 'loopback4' : 'network4'
  return DANGEROUS.flatMap((argv) => {
    const [name] = argv
    if (schema.commands.get(name) === null || names.answering(name)?.original !== name) return []
    const verdict = runs(argv, origin, user, { names, server, project })
    return verdict.allowed ? [{ name, because: verdict.because }] : []
  })
}

/** Commands that ACLs call dangerous or administration, and those that run scripts: a lock on any of them is worth something. */
export function isWorthLocking(command: string, { commands }: Schema): boolean {
  if (DANGEROUS.some(([name]) => name === command)) return true
  const facts = commands.get(command)
  if (facts === null) return false
  return [facts, ...facts.subcommands.flatMap((name) => commands.get(name) ?? [])].some(({ flags, categories }) =>
    flags.includes('admin') || categories.some((category) => category === 'dangerous' || category === 'admin' || category === 'scripting'))
    || SCRIPTING.has(command)
}

/** Before Redis 6 there are no categories. */
const SCRIPTING: ReadonlySet<string> = new Set(['eval', 'evalsha', 'script'])
