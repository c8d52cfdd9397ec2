import { plural } from '../counts.ts'
import { placeOf } from '../concise.ts'
import type { Palette } from '../palette.ts'
import type { Page } from '../pretty.ts'
import { wrap } from '../wrap.ts'
import type { Audit, AuditedPath } from './audit.ts'
import type { AuditReport } from './audit-report.ts'
import type { ChecklistState } from './checklist.ts'
import type { LineToWrite } from './cause.ts'
import { picture } from './picture.ts'
import { severityOf, table } from './table.ts'
import { causeText, FROM, GRADE, HARM, LOGIN, placeIn, runtimeNote } from './words.ts'

/** For a terminal: the picture, the paths worst first, the plan, the checklist. Several servers: a table first. */
export function prettyAudit({ servers }: AuditReport, page: Page): string {
  const audits = servers.map(({ audit }) => audit)
  const overview = audits.length > 1 ? `${table(audits, page).join('\n')}\n\n` : ''
  return overview + audits.map((audit) => `${sections(audit, page).map((lines) => lines.join('\n')).join('\n\n')}\n`).join('\n\n')
}

function sections(audit: Audit, page: Page): readonly (readonly string[])[] {
  return [head(audit, page), picture(audit, page), ...ways(audit, page), plan(audit, page), list(audit, page)].filter((lines) => lines.length > 0)
}

function head(audit: Audit, { palette, width }: Page): readonly string[] {
  const { entry, target, runtime, grade, problem } = audit
  const where = `${placeOf(entry)} as ${target}${runtime === 'docker' ? ' in a container' : ''}`
  const warning = problem === null ? [] : wrap(`this server does not start (${problem}); what follows is about the lines that are fine`, width).map(palette.yellow)
  const note = runtimeNote(audit)
  return [
    palette.bold(where),
    ...wrap(`grade ${grade}: ${GRADE[grade]}`, width).map(colourOf(grade, palette)),
    ...(note === null ? [] : wrap(note, width).map(palette.dim)),
    ...warning,
  ]
}

const colourOf = (grade: Audit['grade'], { green, yellow, red }: Palette): ((text: string) => string) =>
  grade === 'A' || grade === 'B' ? green : grade === 'C' ? yellow : red

/** The first way of each harm step by step; of the others what they do, and what closes them where that differs. */
function ways({ paths, entry }: Audit, page: Page): readonly (readonly string[])[] {
  const harms = new Map<AuditedPath['harm'], AuditedPath[]>()
  for (const path of paths) harms.set(path.harm, [...(harms.get(path.harm) ?? []), path])
  return Array.from(harms.values(), ([first, ...others]) => {
    if (first === undefined) return []
    return [...wholeWay(first, entry, page), ...others.flatMap((path) => shortWay(path, first, entry, page))]
  })
}

function wholeWay(path: AuditedPath, entry: string, page: Page): readonly string[] {
  const { palette, width } = page
  const { harm, title } = path
  const steps = path.steps.flatMap(({ does, sends, because }, i) => [
    `    ${i + 1}. ${does}${sends === null ? '' : `: ${palette.cyan(sends)}`}`,
    ...wrap(causeText(because), width - 7).map((line) => palette.dim(`       ${line}`)),
  ])
  return [
    ...hanging(`  ${palette.bold(severityOf(harm, palette)(HARM[harm]))}: `, HARM[harm].length + 4, title, page),
    ...wrap(circumstances(path), width - 4).map((line) => palette.dim(`    ${line}`)),
    ...steps, ...closedBy(path, entry, page),
  ]
}

function shortWay(path: AuditedPath, first: AuditedPath, entry: string, page: Page): readonly string[] {
  const flaws = path.advisories.length === 0 ? '' : ` (${path.advisories.join(', ')})`
  const same = path.cuts.some((cut) => textOf(cut) === textOf(first.cuts[0] ?? []))
  return [...hanging(`    ${page.palette.bold('also')} `, 9, `${path.title}${flaws}`, page), ...(same ? [] : closedBy(path, entry, page))]
}

const circumstances = ({ zones, login, advisories }: AuditedPath): string =>
  [zones.map((zone) => FROM[zone]).join(', '), LOGIN[login], ...advisories].join(', ')

const textOf = (cut: readonly LineToWrite[]): string => cut.map(({ text, path }) => `${path} ${text}`).join('\n')

function hanging(head: string, indent: number, text: string, { width }: Page): readonly string[] {
  const [first = '', ...rest] = wrap(text, width - indent)
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)]
}

/** So many alternatives fit the eye. */
const MOST_CUTS = 3

function closedBy({ cuts }: AuditedPath, entry: string, page: Page): readonly string[] {
  const { palette, width } = page
  if (cuts.length === 0) return wrap('no line of a configuration closes it: upgrade, or put a firewall before it', width - 4).map((line) => `    ${palette.yellow(line)}`)
  const fewest = Math.min(...cuts.map((cut) => cut.length))
  return cuts.filter((cut) => cut.length <= Math.max(fewest, 2)).slice(0, MOST_CUTS).flatMap((cut, i) =>
    hanging(`    ${palette.green((i === 0 ? 'closed by' : 'or').padEnd(9))} `, 14, written(cut, entry), page))
}

/** Lines of one place are said together. */
function written(cut: readonly LineToWrite[], entry: string): string {
  const places = new Map<string, string[]>()
  for (const line of cut) places.set(placeIn(line, placeOf(entry)), [...(places.get(placeIn(line, placeOf(entry))) ?? []), line.text])
  return Array.from(places, ([place, texts]) => `${texts.join(' + ')}  (${texts.length > 1 ? place.replace(/new line$/, 'new lines') : place})`).join(' and ')
}

function plan({ raises, entry }: Audit, page: Page): readonly string[] {
  const { palette, width } = page
  if (raises.length === 0) return []
  const steps = raises.flatMap(({ lines, to, left }, i) => [
    ...hanging(`    ${i + 1}. `, 7, written(lines, entry), page),
    ...wrap(`grade ${to}, ${left === 0 ? 'no way left' : `${plural(left, 'way')} left`}. ${lines[0]?.consequence ?? ''}`, width - 7).map((text) => palette.dim(`       ${text}`)),
  ])
  return [palette.bold('  what would raise the grade'), ...steps]
}

const MARK: Readonly<Record<ChecklistState, string>> = { done: '✓', 'to do': '✗', 'not to be seen from here': '?' }

function list({ checklist }: Audit, { palette, width }: Page): readonly string[] {
  const colour: Readonly<Record<ChecklistState, (text: string) => string>> = { done: palette.green, 'to do': palette.red, 'not to be seen from here': palette.yellow }
  return [
    palette.bold('  what the well-known guides ask for'),
    ...checklist.flatMap(({ asks, state, why }) => {
      const [first = '', ...rest] = wrap(`${asks} — ${state === 'not to be seen from here' ? `not to be seen from here: ${why}` : why}`, width - 6)
      return [`    ${colour[state](MARK[state])} ${first}`, ...rest.map((line) => `      ${line}`)]
    }),
  ]
}
