import type { Compared, Comparison } from './comparison.ts'

/** Not compared: the harness sets them, or they depend on the machine (../shared/verdicts/README.md). */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'port', 'unixsocket', 'logfile', 'dir', 'pidfile', 'daemonize', 'maxclients', 'tls-port', 'oom-score-adj-values',
])

/** Does it start; if not, at which stage and line; if so, what are its settings. */
export const compareStart: Comparison = function* ({ verdict }, server, bare) {
  const [first] = server.problems
  yield { kind: 'started', expected: String(verdict.started), actual: first === undefined ? 'true' : `false: ${place(first.stage, first.line)} ${first.message}` }
  if (verdict.started === false) {
    const kind = verdict.stage === 'line' ? 'line' : 'stage'
    yield { kind, expected: place(verdict.stage, verdict.line), actual: first === undefined ? 'started' : place(first.stage, first.line) }
    yield { kind: 'message', expected: verdict.message ?? '', actual: first?.message ?? 'started' }
  }
  if (verdict.config == null) return
  for (const [name, { value }] of server.settings) {
    if (LEFT_OUT.has(name)) continue
    const standard = bare.settings.get(name)?.value ?? ''
    const expected = verdict.config[name]
    if (expected !== undefined || value !== standard) yield setting(name, expected ?? standard, value)
  }
  for (const [name, expected] of Object.entries(verdict.config)) {
    if (!server.settings.has(name)) yield setting(name, expected, 'no such setting')
  }
}

const setting = (about: string, expected: string, actual: string): Compared => ({ kind: 'config', about, expected, actual })

const place = (stage = 'start', line = 0): string => (stage === 'line' ? `line ${line}` : stage)
