/**
 * The tree of release series. A series inherits every fact of its parent unless a table says
 * otherwise: `valkey-7.2` grew out of `redis-7.2`.
 */
export const PARENTS = {
  'redis-2.8': null,
  'redis-3.2': 'redis-2.8',
  'redis-4.0': 'redis-3.2',
  'redis-5.0': 'redis-4.0',
  'redis-6.0': 'redis-5.0',
  'redis-6.2': 'redis-6.0',
  'redis-7.0': 'redis-6.2',
  'redis-7.2': 'redis-7.0',
  'redis-7.4': 'redis-7.2',
  'redis-8.0': 'redis-7.4',
  'valkey-7.2': 'redis-7.2',
  'valkey-8.0': 'valkey-7.2',
  'valkey-8.1': 'valkey-8.0',
  'valkey-9.1': 'valkey-8.1',
} as const

export type Series = keyof typeof PARENTS

/** Change points only: a value holds for a series and its descendants until one of them says otherwise. */
export type Timeline<T> = Readonly<Partial<Record<Series, T>>>

/** The value in force at `series`: the nearest change point on the way to the root. */
export function at<T>(timeline: Timeline<T>, series: Series): T | undefined {
  for (let s: Series | null = series; s !== null; s = PARENTS[s]) {
    const value = timeline[s]
    if (value !== undefined) return value
  }
  return undefined
}

/** What a change point says of a record: only the properties that change; null takes one back to being unset. */
type Delta<T> = { readonly [K in keyof T]?: T[K] | null }

/** Change points of a record, each on top of what its parent says. null: gone from here on. */
export type DeltaTimeline<T> = Timeline<Delta<T> | null>

/** The record in force at `series`, or null where the thing does not exist there. */
export function recordAt<T extends object>(timeline: DeltaTimeline<T>, series: Series): Partial<T> | null {
  let record: Partial<T> | null = null
  for (const ancestor of lineage(series)) {
    const delta = timeline[ancestor]
    if (delta === null) record = null
    else if (delta !== undefined) record = changed(record ?? {}, delta)
  }
  return record
}

/** Writes into `record`. A property that went back to unset stays as undefined: deleting would make the object slow. */
function changed<T extends object>(record: Partial<T>, delta: Delta<T>): Partial<T> {
  for (const key in delta) record[key] = delta[key] ?? undefined
  return record
}

const lineages = new Map<Series, readonly Series[]>()

/** A series and its ancestors, the root first. */
export function lineage(series: Series): readonly Series[] {
  const known = lineages.get(series)
  if (known !== undefined) return known
  const parent: Series | null = PARENTS[series]
  const path = parent === null ? [series] : [...lineage(parent), series]
  lineages.set(series, path)
  return path
}
