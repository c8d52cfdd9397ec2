import type { Harm } from '../../model/attack/attack-path.ts'
import { GRADES } from '../../model/attack/grade.ts'
import { columns } from '../columns.ts'
import { placeOf } from '../concise.ts'
import type { Palette } from '../palette.ts'
import type { Page } from '../pretty.ts'
import type { Audit } from './audit.ts'
import type { AuditedServer } from './audit-report.ts'
import type { Reach } from '../../model/server-model.ts'
import { HARM } from './words.ts'

/** A table has no room for more. */
const SHORT: Readonly<Record<Reach, string>> = { unreachable: 'unreachable', denied: 'turned away', noauth: 'must log in', open: 'open' }

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

export function rowOf({ starts, grade, entry, zones, paths, raises }: Audit): Row {
  return {
    grade,
    entry: placeOf(entry),
    network: SHORT[zones[0]?.reach ?? 'unreachable'],
    harms: [...new Set(paths.map(({ harm }) => HARM[harm]))].join(', ') || 'nothing',
    first: starts ? raises[0]?.lines[0]?.text ?? '' : 'mend it: it does not start',
  }
}

export const HEADINGS: Row = { grade: 'grade', entry: 'server', network: 'network', harms: 'what can be done', first: 'do this first' }
const ORDER = ['grade', 'entry', 'network', 'first', 'harms'] as const

/** Columns that do not fit are left out, the last ones first. */
export function table(audits: readonly Audit[], { palette, width }: Page): readonly string[] {
  const rows = [HEADINGS, ...audits.map(rowOf)]
  const widths = ORDER.map((name) => Math.max(...rows.map((row) => columns(row[name]))))
  let room = width
  const fitting = ORDER.filter((_, at) => (room -= (widths[at] ?? 0) + 2) >= -2 || at < 2)
  return rows.map((row, i) => {
    const text = fitting.map((name) => row[name] + ' '.repeat((widths[ORDER.indexOf(name)] ?? 0) - columns(row[name]))).join('  ').trimEnd()
    return i === 0 ? palette.bold(text) : text
  })
}

export function severityOf(harm: Harm, { red, yellow }: Palette): (text: string) => string {
  return harm === 'take-over' || harm === 'read' || harm === 'wipe' ? red : yellow
}
