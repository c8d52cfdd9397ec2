import { compactTable, type CompactTable } from './compact-table.ts'
import { DIRECTIVES } from './data/directives.ts'
import { PATCHES } from './data/patches.ts'
import { usuallyShown, type ArityRecord, type DirectiveRecord } from './records.ts'
import type { Arity, DirectiveFacts, DirectiveFlag } from './schema.ts'
import type { Series } from './timeline.ts'

/** The directives of one release. */
export interface DirectiveTable {
  get(name: string): DirectiveFacts | null
  all(): readonly DirectiveFacts[]
}

export const directiveData: CompactTable<DirectiveRecord> = compactTable<DirectiveRecord>(DIRECTIVES)

/** Is the name known to that patch of the series? Patches later than the measured one count as it does. */
function inPatch(name: string, series: Series, patch: number): boolean {
  const range = PATCHES[name]?.[series]
  return range === undefined || (patch >= range[0] && (range[1] === null || patch <= range[1]))
}

export function directiveTable(series: Series, patch: number): DirectiveTable {
  const found = new Map<string, DirectiveFacts | null>()
  let every: readonly DirectiveFacts[] | null = null
  let aliases: Map<string, DirectiveFacts> | null = null

  const canonical = (name: string): DirectiveFacts | null => {
    const known = found.get(name)
    if (known !== undefined) return known
    const facts = directiveAt(name, series, patch)
    found.set(name, facts)
    return facts
  }
  const all = (): readonly DirectiveFacts[] =>
    (every ??= directiveData.names.flatMap((name) => canonical(name) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1)))
  const byAlias = (): Map<string, DirectiveFacts> =>
    (aliases ??= new Map(directiveData.names.filter((name) => directiveData.sets(name, 'aliases')).flatMap((name) => {
      const facts = canonical(name)
      return facts === null ? [] : [facts.name, ...facts.aliases].map((alias) => [alias, facts] as const)
    })))
  return {
    all,
    get: (name) => {
      const direct = canonical(name)
      // A patch may know a directive only by its other name: then that one is canonical.
      return direct?.name === name ? direct : (byAlias().get(name) ?? null)
    },
  }
}

function directiveAt(name: string, series: Series, patch: number): DirectiveFacts | null {
  const record = directiveData.recordAt(name, series)
  if (record === null) return null
  const names = [name, ...(record.aliases ?? NONE)].filter((n) => inPatch(n, series, patch))
  const [known, ...aliases] = names
  return known === undefined ? null : directiveFacts(known, aliases, record)
}

function directiveFacts(name: string, aliases: readonly string[], record: Partial<DirectiveRecord>): DirectiveFacts {
  return {
    name,
    aliases,
    type: record.type ?? 'special',
    arity: arityOf(record.arity),
    multiArg: record.multiArg ?? false,
    min: record.min === undefined ? null : BigInt(record.min),
    max: record.max === undefined ? null : BigInt(record.max),
    values: record.values ?? NONE,
    lenient: record.lenient ?? false,
    default: record.default ?? null,
    shown: record.shown ?? usuallyShown(name, aliases, record),
    emptyIsNull: record.emptyIsNull ?? false,
    modifiable: record.type !== 'ignored' && record.immutable !== true,
    flags: record.flags ?? NO_FLAGS,
    allowedChars: record.chars ?? null,
  }
}

export function arityOf(record: ArityRecord = [1, 1]): Arity {
  const [min, max, multipleOf = 1] = record
  return { min, max, multipleOf }
}

const NONE: readonly string[] = []
const NO_FLAGS: readonly DirectiveFlag[] = []
