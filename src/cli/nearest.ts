import { editDistance as distance } from '../schema/nearest-directives.ts'

/** The candidate that takes the fewest edits to become `word`, if that is few enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null
  let fewest = Math.floor(word.length / 3) + 1
  for (const candidate of candidates) {
    const edits = distance(word, candidate, fewest)
    if (edits < fewest) [best, fewest] = [candidate, edits]
  }
  return best
}
