import { PARENTS, type Series } from '../../src/schema/timeline.ts'
import { ALL_SERIES } from '../../src/schema/releases.ts'

type Fields = Readonly<Record<string, unknown>>
type Records = ReadonlyMap<string, Fields>

/** The text of a compact table: for each name, sorted, what changes from series to series. */
export function compactText(bySeries: ReadonlyMap<Series, Records>): string {
  const names = new Set<string>()
  for (const records of bySeries.values()) for (const name of records.keys()) names.add(name)
  return [...names].sort().map((name) => `${name} ${JSON.stringify(changePoints(name, bySeries))}\n`).join('')
}

function changePoints(name: string, bySeries: ReadonlyMap<Series, Records>): Record<string, Fields | null> {
  const points: Record<string, Fields | null> = {}
  for (const series of ALL_SERIES) {
    const parent = PARENTS[series]
    const before = parent === null ? undefined : bySeries.get(parent)?.get(name)
    const now = bySeries.get(series)?.get(name)
    if (now === undefined) {
      if (before !== undefined) points[series] = null
      continue
    }
    const delta = difference(before ?? {}, now)
    if (before === undefined || Object.keys(delta).length > 0) points[series] = delta
  }
  return points
}

/** What makes `now` of `before`; a property that is gone becomes null. */
function difference(before: Fields, now: Fields): Fields {
  const delta: Record<string, unknown> = {}
  for (const key of Object.keys(now)) {
    if (JSON.stringify(now[key]) !== JSON.stringify(before[key])) delta[key] = now[key]
  }
  for (const key of Object.keys(before)) if (!(key in now)) delta[key] = null
  return delta
}
