import type { Harm, Login, Zone } from '../../model/attack/attack-path.ts'
import type { GradeLetter } from '../../model/attack/grade.ts'
import type { Reach } from '../../model/server-model.ts'
import type { ChecklistState } from './checklist.ts'
import type { Audit } from './audit.ts'
import type { Cause, LineToWrite } from './cause.ts'

/** The same words in every format. */
export const HARM: Readonly<Record<Harm, string>> = {
  'take-over': 'take over', read: 'read', wipe: 'wipe', stop: 'stop', eavesdrop: 'eavesdrop', 'reach-onward': 'reach onward',
}
export const ZONE: Readonly<Record<Zone, string>> = {
  network: 'network', machine: 'this machine', socket: 'socket file',
}
/** After "from" would stand "the this machine": each place has its own preposition. */
export const FROM: Readonly<Record<Zone, string>> = {
  network: 'from the network', machine: 'from this machine', socket: 'through the socket file',
}
export const REACH: Readonly<Record<Reach, string>> = {
  unreachable: 'cannot connect', denied: 'turned away by protected mode', noauth: 'must log in', open: 'no password',
}
export const LOGIN: Readonly<Record<Login, string>> = {
  none: 'without logging in', 'passwordless-user': 'as a user who needs no password', 'well-known-password': 'by guessing a well-known password',
}
export const GRADE: Readonly<Record<GradeLetter, string>> = {
  A: 'nobody gets in without a secret',
  B: 'who can open the socket file gets in',
  C: 'who is on this machine, or on the way to it, gets at the data',
  D: 'who is on this machine takes it over, or the network stops it',
  E: 'the network gets in with a guess, or stops it',
  F: 'anybody on the network owns the data',
}
export const STATE: Readonly<Record<ChecklistState, string>> = { done: 'done', 'to do': 'to do', 'not to be seen from here': 'not to be seen from here' }

/** `redis.conf:5 bind 0.0.0.0`, or the default in words. */
export const causeText = ({ text, path, line }: Cause): string =>
  path === null ? `default: ${text}` : `${path}${line === null ? '' : `:${line}`} ${text}`

/** Where a line goes. The file is named only where there are several. */
export const placeIn = ({ path, line }: Pick<LineToWrite, 'path' | 'line'>, entry: string): string => {
  const where = line === null ? 'new line' : `line ${line}`
  return path === entry ? where : `${path}, ${where}`
}

/** The same file is another server in a container, and a reader must not miss why; null where it makes no difference. */
export function runtimeNote({ runtime, elsewhere }: Audit): string | null {
  if (elsewhere === null) return null
  const why = 'the official images default to protected-mode no, and a published port is open to whoever reaches the host'
  return runtime === 'docker'
    ? `in a container: ${why}; outside of one it is grade ${elsewhere.grade}`
    : `in a container (--runtime docker) it is grade ${elsewhere.grade}: ${why}`
}
