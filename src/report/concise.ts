import type { Diagnostic } from '../diagnostic.ts'
import { decodeForDisplay } from '../parser/index.ts'
import type { LintReport } from './lint-report.ts'

/**
 * One line a finding, as compilers print them: editors, problem matchers and reviewdog read it.
 *
 * @example redis.conf:5:6: error: `0.0.0.0` makes the server listen on every IPv4 address [wildcard-bind]
 */
export const concise = (report: LintReport): string => report.diagnostics.map((diagnostic) => `${conciseLine(diagnostic)}\n`).join('')

export const conciseLine = ({ path, start, severity, message, rule }: Diagnostic): string =>
  `${placeOf(path)}:${start.line}:${start.column}: ${severity}: ${message} [${rule}]`

/** A path as people may see it. One that begins with `::` would be a command to GitHub's runner. */
export const placeOf = (path: string): string => decodeForDisplay(path.startsWith('::') ? `./${path}` : path)
