import { asInt32, leadingInteger } from '../values/integer.ts'
import { instanceAddress } from './instance-address.ts'
import type { Master, SentinelState } from './sentinel-state.ts'

/** What the server says of a statement it refuses, and which word is at fault: 0 is the statement's name, 1 what follows it. */
export interface Complaint {
  readonly message: string
  readonly word: number
}

/** Takes the words after `sentinel`, the statement's name among them. */
export type Statement = (state: SentinelState, words: readonly string[]) => Complaint | null

const atoi = (text: string): number => Number(asInt32(leadingInteger(text).value))

const complain = (message: string, word: number): Complaint => ({ message, word })

/** By canonical name. What is missing here takes any words, as `config-epoch m x` shows (measured: all releases). */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  'monitor': monitor,
  'down-after-milliseconds': ofMaster(positiveTime),
  'failover-timeout': ofMaster(positiveTime),
  'master-reboot-down-after-period': ofMaster(rebootPeriod),
  'primary-reboot-down-after-period': ofMaster(rebootPeriod),
  'parallel-syncs': ofMaster(() => null),
  'notification-script': ofMaster(script('Notification')),
  'client-reconfig-script': ofMaster(script('Client reconfiguration')),
  'auth-pass': ofMaster(() => null),
  'auth-user': ofMaster(() => null),
  'config-epoch': ofMaster(() => null),
  'leader-epoch': ofMaster(() => null),
  'known-slave': ofMaster(knownReplica),
  'known-replica': ofMaster(knownReplica),
  // Without a run id, the line is ignored even where nobody monitors the master.
  'known-sentinel': (state, words) =>
    words.length === 5 || state.schema.has('sentinels-go-by-address') ? ofMaster(knownSentinel)(state, words) : null,
  'rename-command': ofMaster(renameCommand),
  'myid': (_, [, id = '']) => (id.length === 40 ? null : complain('Malformed Sentinel id in myid option.', 1)),
  'deny-scripts-reconfig': yesNo('deny-scripts-reconfig options', () => undefined),
  'resolve-hostnames': yesNo('resolve-hostnames option', (state, yes) => { state.resolvesHostnames = yes }),
  'announce-hostnames': yesNo('announce-hostnames option', (state, yes) => { state.announcesHostnames = yes }),
}

type OfMaster = (master: Master, words: readonly string[], state: SentinelState) => Complaint | null

function ofMaster(statement: OfMaster): Statement {
  return (state, words) => {
    const master = state.masters.get(words[1] ?? '')
    return master === undefined ? complain('No such master with specified name.', 1) : statement(master, words, state)
  }
}

function yesNo(what: string, set: (state: SentinelState, yes: boolean) => void): Statement {
  return (state, [, word = '']) => {
    if (!/^(?:yes|no)$/i.test(word)) return complain(`Please specify yes or no for the ${what}.`, 1)
    set(state, word.toLowerCase() === 'yes')
    return null
  }
}

function script(which: string): OfMaster {
  return (_, [, , path = ''], state) =>
    state.isExecutable(path) ? null : complain(`${which} script seems non existing or non executable.`, 2)
}

function positiveTime(_: Master, [, , ms = '']: readonly string[]): Complaint | null {
  return atoi(ms) > 0 ? null : complain('negative or zero time parameter.', 2)
}

function rebootPeriod(_: Master, [, , ms = '']: readonly string[]): Complaint | null {
  return atoi(ms) >= 0 ? null : complain('negative time parameter.', 2)
}

function renameCommand(master: Master, [, , from = '']: readonly string[]): Complaint | null {
  const name = from.toLowerCase()
  if (master.renamed.has(name)) return complain('Same command renamed multiple times with rename-command.', 2)
  master.renamed.add(name)
  return null
}

function monitor(state: SentinelState, [, name = '', host = '', port = '', quorum = '']: readonly string[]): Complaint | null {
  const known = state.masters.has(name)
  // A refused one is remembered too: mended, it would be there for the lines that follow.
  if (!known) state.masters.set(name, { replicas: new Set(), sentinels: new Set(), renamed: new Set() })
  if (atoi(quorum) <= 0) return complain('Quorum must be 1 or greater.', 4)
  const queued = isQueued(state)
  switch (unreachable(state, host, atoi(port))) {
    case 'port': return complain(queued ? 'Invalid port number.' : 'Invalid port number', 3)
    case 'host': return complain(queued ? "Can't resolve instance hostname." : "Can't resolve master instance hostname.", 2)
    case null: return known ? complain(queued ? 'Duplicate master name.' : 'Duplicated master name.', 1) : null
  }
}

function knownReplica(master: Master, words: readonly string[], state: SentinelState): Complaint | null {
  const [, , host = '', port = ''] = words
  const name = `${announcedName(state, host)}:${atoi(port)}`
  return knownInstance(state, words, master.replicas, name, ['replica', 'Duplicate hostname and port for replica.'])
}

function knownSentinel(master: Master, words: readonly string[], state: SentinelState): Complaint | null {
  const [, , host = '', port = '', runId = ''] = words
  const name = state.schema.has('sentinels-go-by-address') ? `${host}:${atoi(port)}` : runId
  return knownInstance(state, words, master.sentinels, name, ['sentinel', 'Duplicate runid for sentinel.'])
}

function knownInstance(
  state: SentinelState, [, , host = '', port = '']: readonly string[], known: Set<string>, name: string, [role, duplicate]: readonly [string, string],
): Complaint | null {
  const problem = unreachable(state, host, atoi(port))
  const says = (message: string): string => (isQueued(state) ? message : `Wrong hostname or port for ${role}.`)
  if (problem === 'port') return complain(says('Invalid port number.'), 3)
  if (problem === 'host') return complain(says("Can't resolve instance hostname."), 2)
  if (known.has(name)) return complain(says(duplicate), 2)
  known.add(name)
  return null
}

const isQueued = (state: SentinelState): boolean => state.schema.has('sentinel-queue')

/** Which of the two stops an instance from being there. A name is taken as one that the machine's resolver knows. */
function unreachable(state: SentinelState, host: string, port: number): 'port' | 'host' | null {
  const least = state.schema.has('sentinel-port-zero-refused') ? 1 : 0
  if (port < least || port > 65_535) return 'port'
  const { kind } = instanceAddress(host)
  if (kind === 'numeric') return null
  if (!state.resolvesHostnames) return 'host'
  // Since lines are queued, a name that nobody knows yet is waited for.
  return kind === 'hopeless' && !isQueued(state) ? 'host' : null
}

/** What an instance goes by: its address, or from 6.2 the host where names are announced; before, the word as it stands. */
function announcedName(state: SentinelState, host: string): string {
  const address = instanceAddress(host)
  return address.kind === 'numeric' && isQueued(state) && !state.announcesHostnames ? address.ip : host
}
