import type { Diagnostic } from '../diagnostic.ts'
import { decodeForDisplay } from '../parser/index.ts'
import type { Severity } from '../rules/rule.ts'
import { SEVERITIES } from './counts.ts'
import type { LintReport } from './lint-report.ts'

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands that GitHub shows as annotations. It shows ten of each level, so the worst come first. */
export function github({ diagnostics }: LintReport): string {
  return [...diagnostics]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map((diagnostic) => `${command(diagnostic)}\n`).join('')
}

function command({ path, start, end, severity, rule, message, advice, fix }: Diagnostic): string {
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {}
  const properties = { file: decodeForDisplay(path).replace(/^(?:\.\/)+/, ''), line: start.line, endLine: end.line, ...columns, title: rule }
  const next = fix?.title ?? advice
  const text = next === undefined ? message : `${message}\n${next}`
  return `::${LEVEL[severity]} ${Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`).join(',')}::${data(text)}`
}

/** `%` first: the others make new ones. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
