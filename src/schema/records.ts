import type { Timeline } from './timeline.ts'
import type { DirectiveFlag, SentinelArgument, SentinelFacts, ValueType } from './schema.ts'

/** Least, most (null: any number), and a multiple of what. */
export type ArityRecord = readonly [min: number, max: number | null, multipleOf?: number]

/** A directive in the compact table; what is usual is left out: one argument, modifiable, no flags. */
export interface DirectiveRecord {
  readonly type: ValueType
  readonly aliases: readonly string[]
  readonly arity: ArityRecord
  readonly multiArg: true
  /** A string where a number would lose digits. */
  readonly min: number | string
  readonly max: number | string
  readonly values: readonly string[]
  readonly lenient: true
  readonly default: string
  /** Left out where it follows from the rest: see {@link usuallyShown}. */
  readonly shown: readonly string[]
  readonly emptyIsNull: true
  readonly immutable: true
  readonly flags: readonly DirectiveFlag[]
  readonly chars: string
}

/** What `CONFIG GET *` prints, unless a record says otherwise: all names of a setting that is not hidden. */
export function usuallyShown(name: string, aliases: readonly string[], record: Partial<DirectiveRecord>): readonly string[] {
  if (record.flags?.includes('hidden') === true) return NO_NAMES
  const isSetting = record.default !== undefined || name === 'dir'
  return isSetting ? [name, ...aliases] : NO_NAMES
}
const NO_NAMES: readonly string[] = []

/** [flags, begin: index or keyword and where to start or null, find: range or number of keys or null]. */
export type KeySpecRecord = readonly [
  flags: string,
  begin: number | readonly [keyword: string, startFrom: number] | null,
  find: readonly [lastKey: number, keyStep: number, limit: number] | { readonly keynum: readonly [keyNumIndex: number, firstKey: number, keyStep: number] } | null,
]

/** A command in the compact table; lists are words parted by blanks. */
export interface CommandRecord {
  readonly arity: number
  readonly flags: string
  readonly categories: string
  readonly keys: readonly [first: number, last: number, step: number]
  readonly specs: readonly KeySpecRecord[]
}

export interface SentinelRecord {
  readonly aliases: readonly string[]
  readonly arity: ArityRecord
  readonly needsMaster: true
  readonly lastArg: SentinelArgument
  readonly phase: SentinelFacts['phase']
}

/** The first and the last patch of a series that accept a name; null: all later ones. */
export type PatchRange = readonly [first: number, last: number | null]

/** Names that some patches of a series do not know, each series by itself. */
export type PatchRanges = Readonly<Record<string, Timeline<PatchRange>>>
