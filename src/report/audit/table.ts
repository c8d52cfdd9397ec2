import type { Harm } from '../../model/attack/attack-path.ts'
import { GRADES } from '../../model/attack/grade.ts'
import { columns } from '../columns.ts'
import { placeOf } from '../concise.ts'
import type { Palette } from '../palette.ts'
import type { Page } from '../pretty.ts'
import type { Audit } from './audit.ts'
import type { AuditedServer } from './audit-report.ts'
import { HARM, REACH } from './words.ts'

/** Of several servers the worst comes first. */
export const worstFirst = (servers: readonly AuditedServer[]): readonly AuditedServer[] =>
  [...servers].sort(({ audit: a }, { audit: b }) => GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade) || b.paths.length - a.paths.length)

/** One row of the table, for every format. */
export interface Row {
  readonly grade: string
  readonly entry: string
  readonly network: string
  readonly harms: string
  readonly first: string
}

export function rowOf({ grade, entry, zones, paths, raises }: Audit): Row {
  return {
    grade,
    entry: placeOf(entry),
    network: REACH[zones[0]?.reach ?? 'unreachable'],
    harms: [...new Set(paths.map(({ harm }) => HARM[harm]))].join(', ') || 'nothing',
    first: raises[0]?.lines[0]?.text ?? '',
  }
}

export const HEADINGS: Row = { grade: 'grade', entry: 'server', network: 'from the network', harms: 'what can be done', first: 'do this first' }
const ORDER = ['grade', 'entry', 'network', 'harms', 'first'] as const

export function table(audits: readonly Audit[], { palette }: Pick<Page, 'palette'>): readonly string[] {
  const rows = [HEADINGS, ...audits.map(rowOf)]
  const widths = ORDER.map((name) => Math.max(...rows.map((row) => columns(row[name]))))
  return rows.map((row, i) => {
    const text = ORDER.map((name, at) => row[name] + ' '.repeat((widths[at] ?? 0) - columns(row[name]))).join('  ').trimEnd()
    return i === 0 ? palette.bold(text) : text
  })
}

export function severityOf(harm: Harm, { red, yellow }: Palette): (text: string) => string {
  return harm === 'take-over' || harm === 'read' || harm === 'wipe' ? red : yellow
}
