import type { Diagnostic } from '../diagnostic.ts'
import { placeOf } from './concise.ts'
import type { AppliedFix } from '../fixer/fix-result.ts'
import type { Fix, Severity } from '../rules/rule.ts'
import { codeFrame } from './code-frame.ts'
import { countsOf, fixableOf, missingOptions, NOUN, plural } from './counts.ts'
import { filesOf, serverOf, type LintReport } from './lint-report.ts'
import type { Palette } from './palette.ts'
import { sourceLine } from './source-line.ts'
import { targets } from './targets.ts'
import { wrap } from './wrap.ts'

export interface Page {
  readonly palette: Palette
  readonly width: number
}

/** For people: a code frame a finding, what it means, what to do; a summary. Nothing at all where nothing is found. */
export function pretty(report: LintReport, page: Page): string {
  const { applied = [], diagnostics } = report
  if (diagnostics.length === 0 && applied.length === 0) return ''
  const done = applied.length === 0 ? [] : [fixedList(applied, page)]
  const reach = commonReach(diagnostics)
  const blocks = inReadingOrder(diagnostics).map((diagnostic) => block(withoutReach(diagnostic, reach), report, page))
  return [...done, ...blocks, summary(report, reach, page)].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

/** Who can reach the server, where it is one answer for all that was graded by it: said once, below. */
function commonReach(diagnostics: readonly Diagnostic[]): string | null {
  const [reach, ...others] = new Set(diagnostics.flatMap((diagnostic) => diagnostic.reach ?? []))
  return others.length > 0 ? null : reach ?? null
}

function withoutReach(diagnostic: Diagnostic, common: string | null): Diagnostic {
  const { message, reach } = diagnostic
  return reach === undefined || reach !== common ? diagnostic : { ...diagnostic, message: message.slice(0, -`; ${reach}`.length) }
}

/** In each file first what keeps the server from starting, then the lines to look at, then what is missing, which has no line. */
function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map([...new Set(diagnostics.map(({ path }) => path))].map((path, i) => [path, i]))
  const rank = ({ path }: Diagnostic): number => files.get(path) ?? 0
  return diagnostics.toSorted((a, b) => rank(a) - rank(b) || turnOf(a) - turnOf(b))
}

function turnOf({ category, severity, start, end }: Diagnostic): number {
  if (category === 'startup' && severity === 'error') return 0
  return start.offset === 0 && end.offset === 0 ? 2 : 1
}

/** What a finding is shown with. */
export type Framing = Pick<LintReport, 'servers' | 'given' | 'showSecrets'>

/** A finding: its place, the words underlined, what it means, what to do. */
export function block(diagnostic: Diagnostic, report: Framing, page: Page): readonly string[] {
  const { path, start, severity, rule, message, related } = diagnostic
  const { palette } = page
  return [
    `${palette.bold(`${placeOf(path)}:${start.line}:${start.column}`)} ${severityName(severity, palette)} ${palette.bold(rule)}`,
    ...frame(diagnostic, report, page),
    ...paragraph('', message, page),
    ...related.flatMap((other) => paragraph('see', `${placeOf(other.path)}:${other.start.line}:${other.start.column} ${other.message}`, page)),
    ...whatToDo(diagnostic, report, page),
  ]
}

function severityName(severity: Severity, { red, yellow, blue }: Palette): string {
  return { error: red, warning: yellow, info: blue }[severity](NOUN[severity])
}

/** What is missing has no words to show. */
function frame({ path, start, end }: Diagnostic, report: Framing, { palette, width }: Page): readonly string[] {
  const project = start.offset === end.offset ? undefined : serverOf(report, path)?.project
  const source = project === undefined ? null : sourceLine(project, path, start.line)
  if (source === null) return []
  const gutter = `  ${start.line} | `
  const span = { start: start.offset, end: end.offset }
  const { line, marks } = codeFrame(report.showSecrets ? { ...source, secrets: [] } : source, span, width - gutter.length)
  return [`${palette.dim(gutter)}${line}`.trimEnd(), `${palette.dim(`${' '.repeat(gutter.length - 2)}| `)}${palette.bold(marks)}`]
}

function whatToDo({ fix, advice }: Diagnostic, { given }: Framing, page: Page): readonly string[] {
  const next = advice === undefined ? [] : paragraph('next', advice, page)
  return fix === undefined ? next : [...next, ...fixed(fix, missingOptions(fix, given), page)]
}

function fixed({ title, kind, consequence, live }: Fix, missing: string, page: Page): readonly string[] {
  return [
    ...paragraph('fix', `${title} (${missing === '' ? `${kind}, --fix` : `--fix ${missing}`})`, page),
    ...paragraph('breaks', consequence, page),
    ...(live === undefined ? [] : paragraph('live', live, page)),
  ]
}

/** What a run that fixed has done, and what that breaks. */
function fixedList(applied: readonly AppliedFix[], page: Page): readonly string[] {
  const { palette } = page
  return applied.flatMap(({ rule, path, line, fix }) => [
    `${palette.green('fixed')} ${placeOf(path)}:${line} ${palette.bold(rule)}`,
    ...paragraph('fix', fix.title, page),
    ...paragraph('breaks', fix.consequence, page),
  ])
}

/** Text beside a label, or indented. */
function paragraph(label: string, text: string, { palette, width }: Page): readonly string[] {
  const indent = label === '' ? '  ' : '          '
  const lines = wrap(text, width - indent.length)
  const first = label === '' ? indent : `  ${palette.cyan(label)}${' '.repeat(indent.length - 2 - label.length)}`
  return lines.map((line, i) => (i === 0 ? first : indent) + line)
}

function summary(report: LintReport, reach: string | null, { palette, width }: Page): readonly string[] {
  const done = report.applied === undefined ? '' : `${plural(report.applied.length, 'fix')} applied, left: `
  const found = `${done}${countsOf(report.diagnostics)} in ${plural(filesOf(report).length, 'file')}`
  const fixable = fixableOf(report.diagnostics, report.given)
  return [
    ...wrap(fixable === null ? found : `${found}; ${fixable}`, width).map(palette.bold),
    ...(reach === null ? [] : wrap(`graded by who can reach it: ${reach}`, width)),
    ...wrap(`checked as ${targets(report)}`, width),
  ]
}
