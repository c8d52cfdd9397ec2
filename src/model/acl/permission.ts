import type { CommandFacts } from '../../schema/schema.ts'
import { channelsOf } from './command-channels.ts'
import { keysOf, type KeyUse } from './command-keys.ts'
import type { Argv } from './command-line.ts'
import { contains } from './command-set.ts'
import { forbiddenDatabase } from './database-permission.ts'
import { lowered } from '../values/c-text.ts'
import { globMatches } from './glob-match.ts'
import type { AclTerms, Selector } from './selector.ts'

/** What stands in the way of a command line; null: nothing. */
export type Obstacle =
  | { readonly kind: 'command' }
  | { readonly kind: 'key'; readonly key: string; readonly access: 'read' | 'write' | 'read and write' | null }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'database'; readonly database: string }

/** A command line that names a command, and what the server knows to ask about it. */
export interface Call {
  readonly facts: CommandFacts
  readonly argv: Argv
  readonly terms: AclTerms
  /** How many databases the server has. */
  readonly databases: number
}

/** What a selector says to a call (`acl.c:ACLSelectorCheckCmd`): command, then keys, then channels. */
export function obstacleFor(selector: Selector, call: Call): Obstacle | null {
  return commandObstacle(selector, call) ?? keyObstacle(selector, call) ?? channelObstacle(selector, call) ?? databaseObstacle(selector, call)
}

export function mayRun({ grant }: Selector, facts: CommandFacts, firstArg: string | undefined): boolean {
  if (grant.all) return true
  const index = grant.space.indexOf(facts.name)
  if (index === undefined) return false
  if (contains(grant.set, index)) return true
  return firstArg !== undefined && (grant.firstArgs.get(index)?.some((argument) => lowered(argument) === lowered(firstArg)) ?? false)
}

/** Logging in is not subject to ACLs. */
export const needsNoGrant = ({ name, flags }: CommandFacts, { schema }: AclTerms): boolean =>
  name === 'auth' || (flags.includes('no_auth') && schema.has('acl-exempts-no-auth'))

function commandObstacle(selector: Selector, { facts, argv, terms }: Call): Obstacle | null {
  return needsNoGrant(facts, terms) || mayRun(selector, facts, argv[1]) ? null : { kind: 'command' }
}

function keyObstacle(selector: Selector, { facts, argv, terms }: Call): Obstacle | null {
  if (selector.allKeys) return null
  for (const use of keysOf(facts, argv, terms.schema)) {
    if (!selector.keys.some((pattern) => covers(pattern, use) && globMatches(pattern.pattern, use.key))) {
      return { kind: 'key', key: use.key, access: terms.schema.has('acl-key-permissions') ? accessNamed(use) : null }
    }
  }
  return readsByPattern(facts.name, argv) && terms.schema.has('acl-key-permissions') && !selector.keys.some(({ pattern, reads }) => pattern === '*' && reads)
    ? { kind: 'key', key: '*', access: 'read' } : null
}

const covers = (has: Omit<KeyUse, 'key'>, needs: Omit<KeyUse, 'key'>): boolean => (has.reads || !needs.reads) && (has.writes || !needs.writes)

const accessNamed = ({ reads, writes }: KeyUse): 'read' | 'write' | 'read and write' | null =>
  reads ? (writes ? 'read and write' : 'read') : writes ? 'write' : null

/**
 * SORT with a BY or GET that is a pattern reads keys nobody can foresee: the command itself refuses it without
 * full read access, though ACL DRYRUN does not tell (sort.c; measured: 7.0.15 to 9.1.2).
 */
function readsByPattern(command: string, argv: Argv): boolean {
  if (command !== 'sort' && command !== 'sort_ro') return false
  for (let i = 2; i + 1 < argv.length; i++) {
    const word = argv[i]?.toLowerCase()
    if (word === 'get' || (word === 'by' && argv[i + 1]?.includes('*') === true)) return true
    if (word === 'limit') i += 2
    else if (word === 'by' || word === 'store') i += 1
  }
  return false
}

/** A pattern to subscribe to must be granted letter by letter; nothing shows that one pattern lies within another. */
function channelObstacle(selector: Selector, { facts, argv }: Call): Obstacle | null {
  if (selector.allChannels) return null
  const { channels, patterns } = channelsOf(facts.name, argv)
  const refused = channels.find((channel) =>
    !selector.channels.some((granted) => (patterns ? granted === channel : globMatches(granted, channel))))
  return refused === undefined ? null : { kind: 'channel', channel: refused }
}

function databaseObstacle({ databases }: Selector, { facts, argv, databases: count }: Call): Obstacle | null {
  if (databases === null) return null
  const database = forbiddenDatabase(databases, facts, argv, count)
  return database === null ? null : { kind: 'database', database }
}
