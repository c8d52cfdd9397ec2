import type { Diagnostic } from '../diagnostic.ts'
import { countsOf, fixableOf, NOUN } from './counts.ts'
import { placeOf } from './concise.ts'
import type { LintReport } from './lint-report.ts'
import { targets } from './targets.ts'

/** A table, for a comment on a change or the summary of a job. */
export function markdown(report: LintReport): string {
  const { diagnostics, given } = report
  if (diagnostics.length === 0) return 'redis-conf-lint found nothing.\n'
  const fixable = fixableOf(diagnostics, given)
  return [
    `**redis-conf-lint**: ${countsOf(diagnostics)}${fixable === null ? '' : `; ${fixable}`}. Checked as ${targets(report)}.`,
    '',
    '| where | what | rule | what to do |',
    '|---|---|---|---|',
    ...diagnostics.map(row),
    '',
  ].join('\n')
}

function row({ path, start, severity, message, rule, url, advice, fix }: Diagnostic): string {
  const next = fix === undefined ? advice ?? '' : `${fix.title}. ${fix.consequence}`
  return `| ${[`${cell(placeOf(path))}:${start.line}`, `**${NOUN[severity]}** ${cell(message)}`, `[${rule}](${url})`, cell(next)].join(' | ')} |`
}

/** Nothing of a file may become markup, but for the backticks that messages are made with. */
const cell = (text: string): string => text.split('`').map((part, i) =>
  (i % 2 === 1 ? part.replaceAll('|', '\\|') : part.replaceAll(/[\\|<>[\]*_]/g, (char) => `\\${char}`))).join('`')
