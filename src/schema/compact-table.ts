import { PARENTS, recordAt, type DeltaTimeline, type Series } from './timeline.ts'

/**
 * A table of src/schema/data: one line a name, `name {change points as JSON}`. Kept as text, because
 * a string costs next to nothing at start-up, and read one line at a time, when somebody asks.
 */
export interface CompactTable<T extends object> {
  readonly names: readonly string[]
  /** null: `series` does not have it. */
  recordAt(name: string, series: Series): Partial<T> | null
  /** {@link recordAt} is not null, found out without reading the record. */
  existsAt(name: string, series: Series): boolean
  /** Does any change point of it set the property? Found out without reading the record. */
  sets(name: string, property: keyof T & string): boolean
  /** The change points themselves; null: no release ever had it. */
  timeline(name: string): DeltaTimeline<T> | null
}

export function compactTable<T extends object>(text: string): CompactTable<T> {
  let lines: Map<string, string> | null = null
  const parsed = new Map<string, DeltaTimeline<T>>()

  const index = (): Map<string, string> => (lines ??= indexLines(text))
  const timeline = (name: string): DeltaTimeline<T> | null => {
    const known = parsed.get(name)
    if (known !== undefined) return known
    const line = index().get(name)
    if (line === undefined) return null
    const points = JSON.parse(line) as DeltaTimeline<T>
    parsed.set(name, points)
    return points
  }
  return {
    get names() {
      return [...index().keys()]
    },
    timeline,
    sets: (name, property) => index().get(name)?.includes(`"${property}":`) === true,
    existsAt(name, series) {
      const line = index().get(name)
      if (line === undefined) return false
      // Only a name that a release took back says null; any other is there from its first change point on.
      return line.includes(':null') ? recordAt(timeline(name) ?? {}, series) !== null : isKnownFrom(line, series)
    },
    recordAt(name, series) {
      const points = timeline(name)
      return points === null ? null : recordAt(points, series)
    },
  }
}

function isKnownFrom(line: string, series: Series): boolean {
  for (let s: Series | null = series; s !== null; s = PARENTS[s]) if (line.includes(`"${s}":`)) return true
  return false
}

function indexLines(text: string): Map<string, string> {
  const lines = new Map<string, string>()
  for (const line of text.split('\n')) {
    const blank = line.indexOf(' ')
    if (blank > 0) lines.set(line.slice(0, blank), line.slice(blank + 1))
  }
  return lines
}
