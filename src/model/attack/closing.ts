import type { AttackPath } from './attack-path.ts'
import type { Change, Cut } from './change.ts'
import { minimalCuts } from './minimal-cuts.ts'
import { textKey, type Trial } from './trial.ts'

/**
 * For each path the smallest sets of lines that close it, found by trying. A path that none of
 * the candidates closes is left out.
 */
export function closingCuts(paths: readonly AttackPath[], candidates: readonly Cut[], trial: Trial, largest = 3): ReadonlyMap<string, readonly Cut[]> {
  const openAfter = (cuts: readonly Cut[]): ReadonlySet<string> | null => {
    const left = trial.pathsAfter(cuts)
    return left === null ? null : new Set(left.map(({ id }) => id))
  }
  const found = minimalCuts(paths.map(({ id }) => id), candidates, openAfter, largest)
  return new Map(Array.from(found, ([id, sets]) => [id, shortestFirst(withoutSupersets(sets.map(joined)))]))
}

function joined(set: readonly Cut[]): Cut {
  const [first, ...rest] = new Map(set.flat().map((change) => [textKey(change), change])).values()
  if (first === undefined) throw new Error('unreachable: a cut without a change')
  return [first, ...rest]
}

/** A cut with all the lines of another has one too many. */
function withoutSupersets(cuts: readonly Cut[]): readonly Cut[] {
  const texts = cuts.map((cut) => new Set(cut.map((change: Change) => textKey(change))))
  const holds = (whole: ReadonlySet<string> | undefined, part: ReadonlySet<string>): boolean =>
    whole !== undefined && part.size < whole.size && [...part].every((text) => whole.has(text))
  return cuts.filter((_, i) => !texts.some((other) => holds(texts[i], other)))
}

const shortestFirst = (cuts: readonly Cut[]): readonly Cut[] => [...cuts].sort((a, b) => a.length - b.length)
