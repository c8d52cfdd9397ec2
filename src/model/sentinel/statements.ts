import { asInt32, leadingInteger } from '../values/integer.ts'
import { instanceAddress } from './instance-address.ts'
import type { Master, SentinelState } from './sentinel-state.ts'

/** Takes the words after `sentinel <name>`; says what the server does, if it refuses them. */
export type Statement = (state: SentinelState, args: readonly string[]) => string | null

const atoi = (text: string): number => Number(asInt32(leadingInteger(text).value))

/** Statements by their first name in the schema; what is not here takes anything (measured: `config-epoch m x`). */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  'monitor': monitor,
  'down-after-milliseconds': ofMaster((_, [ms = '']) => (atoi(ms) > 0 ? null : 'negative or zero time parameter.')),
  'failover-timeout': ofMaster((_, [ms = '']) => (atoi(ms) > 0 ? null : 'negative or zero time parameter.')),
  'master-reboot-down-after-period': ofMaster(rebootPeriod),
  'primary-reboot-down-after-period': ofMaster(rebootPeriod),
  'parallel-syncs': ofMaster(() => null),
  'notification-script': ofMaster((_, [path = ''], state) => (state.isExecutable(path) ? null : 'Notification script seems non existing or non executable.')),
  'client-reconfig-script': ofMaster((_, [path = ''], state) => (state.isExecutable(path) ? null : 'Client reconfiguration script seems non existing or non executable.')),
  'auth-pass': ofMaster(() => null),
  'auth-user': ofMaster(() => null),
  'config-epoch': ofMaster(() => null),
  'leader-epoch': ofMaster(() => null),
  'known-slave': ofMaster(knownReplica),
  'known-replica': ofMaster(knownReplica),
  // The old form without a run id is ignored, even for a master that nobody monitors.
  'known-sentinel': (state, args) => (args.length === 4 ? ofMaster(knownSentinel)(state, args) : null),
  'rename-command': ofMaster(renameCommand),
  'myid': (_, [id = '']) => (id.length === 40 ? null : 'Malformed Sentinel id in myid option.'),
  'deny-scripts-reconfig': yesNo('deny-scripts-reconfig options', () => undefined),
  'resolve-hostnames': yesNo('resolve-hostnames option', (state, yes) => { state.resolvesHostnames = yes }),
  'announce-hostnames': yesNo('announce-hostnames option', (state, yes) => { state.announcesHostnames = yes }),
}

/** Gets the words after the master's name. */
type OfMaster = (master: Master, args: readonly string[], state: SentinelState) => string | null

function ofMaster(statement: OfMaster): Statement {
  return (state, [name = '', ...args]) => {
    const master = state.masters.get(name)
    return master === undefined ? 'No such master with specified name.' : statement(master, args, state)
  }
}

function yesNo(what: string, set: (state: SentinelState, yes: boolean) => void): Statement {
  return (state, [word = '']) => {
    if (!/^(?:yes|no)$/i.test(word)) return `Please specify yes or no for the ${what}.`
    set(state, word.toLowerCase() === 'yes')
    return null
  }
}

function monitor(state: SentinelState, [name = '', host = '', port = '', quorum = '']: readonly string[]): string | null {
  const known = state.masters.has(name)
  // A refused one is remembered too: mended, it would be there for the lines that follow.
  if (!known) state.masters.set(name, { replicas: new Set(), sentinels: new Set(), renamed: new Set() })
  if (atoi(quorum) <= 0) return 'Quorum must be 1 or greater.'
  switch (reaching(state, host, atoi(port)).problem) {
    case 'port': return queued(state) ? 'Invalid port number.' : 'Invalid port number'
    case 'host': return queued(state) ? "Can't resolve instance hostname." : "Can't resolve master instance hostname."
    case null: return !known ? null : queued(state) ? 'Duplicate master name.' : 'Duplicated master name.'
  }
}

function knownReplica(master: Master, [host = '', port = '']: readonly string[], state: SentinelState): string | null {
  const found = reaching(state, host, atoi(port))
  const name = `${found.name}:${atoi(port)}`
  const problem = refusal(found.problem, master.replicas.has(name) ? 'Duplicate hostname and port for replica.' : null)
  if (problem !== null) return queued(state) ? problem : 'Wrong hostname or port for replica.'
  master.replicas.add(name)
  return null
}

function knownSentinel(master: Master, [host = '', port = '', runId = '']: readonly string[], state: SentinelState): string | null {
  const { problem: unreachable } = reaching(state, host, atoi(port))
  const problem = refusal(unreachable, master.sentinels.has(runId) ? 'Duplicate runid for sentinel.' : null)
  if (problem !== null) return queued(state) ? problem : 'Wrong hostname or port for sentinel.'
  master.sentinels.add(runId)
  return null
}

function refusal(unreachable: 'port' | 'host' | null, duplicate: string | null): string | null {
  if (unreachable === null) return duplicate
  return unreachable === 'port' ? 'Invalid port number.' : "Can't resolve instance hostname."
}

function rebootPeriod(_: Master, [ms = '']: readonly string[]): string | null {
  return atoi(ms) < 0 ? 'negative time parameter.' : null
}

function renameCommand(master: Master, [from = '']: readonly string[]): string | null {
  const name = from.toLowerCase()
  if (master.renamed.has(name)) return 'Same command renamed multiple times with rename-command.'
  master.renamed.add(name)
  return null
}

const queued = (state: SentinelState): boolean => state.schema.has('sentinel-queue')

/**
 * Whether an instance could be there, and the name it goes by: its address, or from 6.2 its host name where names are
 * announced; before, the words as they stand. A name is taken as one that the machine's resolver knows.
 */
function reaching(state: SentinelState, host: string, port: number): { problem: 'port' | 'host' | null; name: string } {
  const name = host
  const least = state.schema.has('sentinel-port-zero-refused') ? 1 : 0
  if (port < least || port > 65_535) return { problem: 'port', name }
  const address = instanceAddress(host)
  if (address.kind === 'numeric') return { problem: null, name: queued(state) && !state.announcesHostnames ? address.ip : host }
  if (!state.resolvesHostnames) return { problem: 'host', name }
  // With `resolve-hostnames yes` a name that nobody knows yet is waited for.
  return { problem: address.kind === 'hopeless' && !queued(state) ? 'host' : null, name }
}
