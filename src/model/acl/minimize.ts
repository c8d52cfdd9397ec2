import { channelsOf } from './command-channels.ts'
import { keysOf } from './command-keys.ts'
import { commandOf, type Argv } from './command-line.ts'
import { needsNoGrant } from './permission.ts'
import { hasSpace, type AclTerms } from './selector.ts'

/** The tightest rules that allow a log, and the lines they can't be made to allow. */
export interface MinimalRules {
  readonly commands: readonly string[]
  readonly keys: readonly string[]
  readonly channels: readonly string[]
  /** Unknown commands, and lines without enough arguments. */
  readonly unusable: readonly Argv[]
}

interface Access { reads: boolean; writes: boolean }

/** Commands one by one, keys by the prefixes they share, channels by name. */
export function minimalRules(log: readonly Argv[], terms: AclTerms): MinimalRules {
  const commands = new Set<string>()
  const keys = new Map<string, Access>()
  const channels = new Set<string>()
  const unusable: Argv[] = []
  for (const argv of log) {
    const command = commandOf(argv, terms.space.table)
    if (command?.argc !== 'fits') {
      unusable.push(argv)
      continue
    }
    const { facts } = command
    if (!needsNoGrant(facts, terms)) commands.add(ruleFor(facts.name, argv, terms))
    for (const { key, reads, writes } of keysOf(facts, argv, terms.schema)) widen(keys, key, { reads, writes })
    const said = channelsOf(facts.name, argv)
    for (const channel of said.channels) channels.add(`&${said.patterns ? channel : escaped(channel)}`)
  }
  return {
    commands: [...commands].sort(), keys: patternsOf(keys, terms),
    channels: terms.schema.has('acl-channels') ? [...channels].filter((rule) => !hasSpace(rule)).sort() : [], unusable,
  }
}

/** Before subcommands are commands, a container with its first argument. */
function ruleFor(name: string, argv: Argv, { schema }: AclTerms): string {
  const second = argv[1]?.toLowerCase()
  const isOldContainer = !schema.has('acl-knows-subcommands') && OLD_CONTAINERS.has(name) && second !== undefined && /^[a-z-]+$/.test(second)
  return isOldContainer ? `+${name}|${second}` : `+${name}`
}

const OLD_CONTAINERS: ReadonlySet<string> = new Set(['acl', 'client', 'cluster', 'config', 'debug', 'latency', 'memory', 'module', 'object', 'pubsub', 'script', 'slowlog', 'xgroup', 'xinfo'])

function widen(keys: Map<string, Access>, key: string, { reads, writes }: Access): void {
  const had = keys.get(key)
  keys.set(key, { reads: reads || had?.reads === true, writes: writes || had?.writes === true })
}

/** Keys that share what stands before the first colon share a pattern; so does a key with blanks, which no pattern may hold. */
function patternsOf(keys: ReadonlyMap<string, Access>, { schema }: AclTerms): readonly string[] {
  const shared = new Map<string, number>()
  for (const key of keys.keys()) shared.set(prefixOf(key), (shared.get(prefixOf(key)) ?? 0) + 1)
  const patterns = new Map<string, Access>()
  for (const [key, access] of keys) {
    const prefix = prefixOf(key)
    const isAlone = prefix === '' || shared.get(prefix) === 1
    widen(patterns, (isAlone ? escaped(key) : `${escaped(prefix)}*`).replace(/[\t-\r \0]/g, '?'), access)
  }
  return [...patterns].map(([pattern, access]) => `${signOf(access, schema.has('acl-key-permissions'))}${pattern}`).sort()
}

const prefixOf = (key: string): string => key.slice(0, key.indexOf(':') + 1)

const escaped = (text: string): string => text.replace(/[*?[\]\\^]/g, '\\$&')

function signOf({ reads, writes }: Access, hasPermissions: boolean): string {
  if (!hasPermissions || reads === writes) return '~'
  return reads ? '%R~' : '%W~'
}
