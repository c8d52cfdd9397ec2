import { plural } from '../counts.ts'
import { placeOf } from '../concise.ts'
import type { Audit, AuditedPath, ZoneView } from './audit.ts'
import type { AuditReport } from './audit-report.ts'
import type { Cause, LineToWrite } from './cause.ts'
import { HEADINGS, rowOf } from './table.ts'
import { FROM, GRADE, HARM, LOGIN, REACH, runtimeNote, ZONE } from './words.ts'

/** For pull requests and wikis. Several servers: a table first. */
export function markdownAudit({ servers }: AuditReport): string {
  const audits = servers.map(({ audit }) => audit)
  const overview = audits.length > 1 ? [overviewOf(audits)] : []
  return `${[...overview, ...audits.map(page)].join('\n\n')}\n`
}

function overviewOf(audits: readonly Audit[]): string {
  const cells = (row: Readonly<Record<keyof typeof HEADINGS, string>>): string => tableRow([row.grade, row.entry, row.network, row.harms, row.first])
  return ['# Audit', '', cells(HEADINGS), tableRow(['---', '---', '---', '---', '---']), ...audits.map((audit) => cells(rowOf(audit)))].join('\n')
}

const tableRow = (cells: readonly string[]): string => `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`

function page(audit: Audit): string {
  const { entry, target, grade, problem, zones, paths } = audit
  const note = runtimeNote(audit)
  return [
    `# ${escaped(placeOf(entry))}: grade ${grade}`, '',
    `As ${target}: ${GRADE[grade]}.${note === null ? '' : ` ${note.charAt(0).toUpperCase()}${note.slice(1)}.`}`,
    ...(problem === null ? [] : ['', `This server does not start: ${escaped(problem)}`]), '',
    tableRow(['from', 'reach', 'what can be done', 'because']), tableRow(['---', '---', '---', '---']), ...zones.map(zoneRow),
    ...paths.flatMap((path) => ['', ...way(path)]),
    ...planOf(audit), ...listOf(audit),
  ].join('\n')
}

function zoneRow({ zone, reach, doors, harms, ways, because }: ZoneView): string {
  const done = ways === 0 ? '–' : `${harms.map((harm) => HARM[harm]).join(', ')} (${plural(ways, 'way')})`
  return tableRow([ZONE[zone], [...doors, REACH[reach]].join(', '), done, causeText(because)])
}

function way({ harm, title, zones, login, steps, cuts, advisories }: AuditedPath): readonly string[] {
  const flaws = advisories.length === 0 ? [] : ['', `Published flaws: ${advisories.join(', ')}`]
  return [
    `## ${HARM[harm]}: ${escaped(title)}`, '',
    `It works ${zones.map((zone) => FROM[zone]).join(', ')}, ${LOGIN[login]}.`, '',
    ...steps.map(({ does, sends, because }, i) => `${i + 1}. ${escaped(does)}${sends === null ? '' : `: ${code(sends)}`} — ${causeText(because)}`),
    ...flaws, '',
    ...(cuts.length === 0 ? ['No line of a configuration closes it: upgrade, or put a firewall before it.'] : ['Closed by any of:', '', ...cuts.map((cut) => `- ${cut.map(written).join(' and ')}`)]),
  ]
}

const written = ({ text, path, line }: LineToWrite): string => `${code(text)} (${escaped(path)}${line === null ? ', new line' : `:${line}`})`
const causeText = ({ text, path, line }: Cause): string => (path === null ? escaped(text) : `${escaped(path)}${line === null ? '' : `:${line}`} ${code(text)}`)

function planOf({ raises }: Audit): readonly string[] {
  if (raises.length === 0) return []
  return ['', '## What would raise the grade', '', ...raises.map(({ lines, to, left }, i) =>
    `${i + 1}. ${lines.map(written).join(' and ')}: grade ${to}, ${left === 0 ? 'no way left' : `${plural(left, 'way')} left`}. ${lines[0]?.consequence ?? ''}`)]
}

function listOf({ checklist }: Audit): readonly string[] {
  return ['', '## What the well-known guides ask for', '', ...checklist.map(({ asks, state, why }) =>
    `- [${state === 'done' ? 'x' : ' '}] ${asks}${state === 'not to be seen from here' ? ' (not to be seen from here)' : ''}: ${escaped(why)}`)]
}

/** A span of code that may hold backticks. */
function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length)) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** Text from a file must not become markup. Backticks of our own sentences stay. */
const escaped = (text: string): string => text.replaceAll(/[\\*_[\]<>#]/g, '\\$&')
