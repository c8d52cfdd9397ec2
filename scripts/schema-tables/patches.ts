import type { PatchRange, PatchRanges } from '../../src/schema/records.ts'
import type { Series } from '../../src/schema/timeline.ts'
import { ALL_SERIES, MEASURED } from '../../src/schema/releases.ts'
import type { FirstSeen } from './facts.ts'

/** Names that not every patch of a measured series accepts, with the first and the last that do. */
export function patchRanges(firstSeen: FirstSeen): PatchRanges {
  const ranges: Record<string, Partial<Record<Series, PatchRange>>> = {}
  for (const name of Object.keys(firstSeen).sort()) {
    for (const series of ALL_SERIES) {
      const range = rangeIn(firstSeen, name, series)
      if (range !== null) (ranges[name] ??= {})[series] = range
    }
  }
  return ranges
}

function rangeIn(firstSeen: FirstSeen, name: string, series: Series): PatchRange | null {
  const [server = '', line = ''] = series.split('-')
  const patches = firstSeen[name]?.[server]?.[line]
  if (patches === undefined || patches === 'all') return null
  const [first = '', last = first] = patches.split('..')
  return [patchOf(first), patchOf(last) === patchOf(MEASURED[series]) ? null : patchOf(last)]
}

const patchOf = (version: string): number => Number(version.split('.')[2])
