import type { ServerModel } from '../../src/model/server-model.ts'
import type { Verdict } from './cases.ts'
import type { Case } from './cases.ts'
import type { Compared, Comparison } from './comparison.ts'

/** Not compared: the harness sets them, or they depend on the machine (../shared/verdicts/README.md). */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'port', 'unixsocket', 'logfile', 'dir', 'pidfile', 'daemonize', 'maxclients', 'tls-port', 'oom-score-adj-values',
])

/** Does it start; if not, at which stage and line; if so, what are its settings. */
export const compareStart: Comparison = function* ({ verdict, family }, server, bare) {
  if (diedUnseen(verdict, family)) return
  const [first] = server.problems
  const found = first === undefined ? 'true' : `false: ${place(first.stage, first.line)} ${first.message}`
  yield { kind: 'started', expected: String(verdict.started), actual: found }
  if (verdict.started === false) yield* compareRefusal(verdict, server)
  yield* compareSettings(verdict.config ?? null, server, bare)
}

function* compareRefusal({ stage, line, message = '' }: Verdict, { problems: [first] }: ServerModel): Generator<Compared> {
  const actual = first === undefined ? 'started' : place(first.stage, first.line)
  yield { kind: stage === 'line' ? 'line' : 'stage', expected: place(stage, line), actual }
  yield { kind: 'message', expected: message, actual: first?.message ?? 'started' }
}

function* compareSettings(config: Verdict['config'], server: ServerModel, bare: ServerModel): Generator<Compared> {
  if (config === null || config === undefined) return
  for (const [name, { value }] of server.settings) {
    if (LEFT_OUT.has(name)) continue
    const standard = bare.settings.get(name)?.value ?? ''
    const expected = config[name]
    if (expected !== undefined || value !== standard) yield setting(name, expected ?? standard, value)
  }
  for (const [name, expected] of Object.entries(config)) {
    if (!server.settings.has(name)) yield setting(name, expected, 'no such setting')
  }
}

/**
 * Up to 7.0 the socket is open before users are loaded, so a server that then gives up passed for started; that nobody could
 * log in tells it. All 34 such cases of servers that are here exit with 1 when they are run again.
 */
const diedUnseen = ({ started, users }: Case['verdict'], family: string): boolean => started === true && users === null && family.startsWith('acl-')

const setting = (about: string, expected: string, actual: string): Compared => ({ kind: 'config', about, expected, actual })

const place = (stage = 'start', line = 0): string => (stage === 'line' ? `line ${line}` : stage)
