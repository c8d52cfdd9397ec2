import { printable } from '../../fixer/printable.ts'
import { MASK } from '../../fixer/secrets.ts'
import { quoteWord } from '../../parser/index.ts'
import type { DirectiveUse, Project } from '../../model/project.ts'
import { columns } from '../columns.ts'
import { placeOf } from '../concise.ts'
import type { Page } from '../pretty.ts'
import { valueShown, type SettingRow } from './rows.ts'

/** A row a setting: name, value, where it comes from, what it replaced. */
export function prettyRows(rows: readonly SettingRow[], project: Project, showSecrets: boolean, { palette }: Page): string {
  const cells = rows.map((row) => [row.name, textOf(row, project, showSecrets)] as const)
  const nameWidth = widest(cells.map(([name]) => name), 40)
  const valueWidth = widest(cells.map(([, value]) => value), 32)
  return rows.map((row, i) => {
    const [name = '', value = ''] = cells[i] ?? []
    return `${palette.bold(pad(name, nameWidth))}  ${pad(value, valueWidth)}  ${palette.dim(originOf(row))}`.trimEnd() + '\n'
  }).join('')
}

function textOf(row: SettingRow, project: Project, showSecrets: boolean): string {
  const value = valueShown(row, project, showSecrets)
  return printable(value === '' || row.isSecret ? value || '""' : value.includes(' ') || value.includes(MASK) ? value : quoteWord(value))
}

function originOf({ by, shadowed }: SettingRow): string {
  if (by.length === 0) return 'default'
  const replaced = shadowed.length === 0 ? '' : `, instead of ${places(shadowed)}`
  return `${places(by)}${replaced}`
}

/** `redis.conf:3, 5`: the file is named once. */
function places(uses: readonly DirectiveUse[]): string {
  return uses.map(({ path, node }, i) => (i > 0 && uses[i - 1]?.path === path ? String(node.number) : `${placeOf(path)}:${node.number}`)).join(', ')
}

const widest = (texts: readonly string[], most: number): number => Math.min(most, Math.max(0, ...texts.map(columns)))
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))
