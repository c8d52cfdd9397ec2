/** A line of a before and after. */
export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** How far to look for where two texts agree again: fixes change lines, they do not move pages. */
const WINDOW = 60

/**
 * What differs between two texts, line by line. Not the shortest account of it, but made in
 * linear time, and the lines kept and removed are the one text, those kept and added the other.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = []
  let a = 0
  let b = 0
  while (a < before.length || b < after.length) {
    const line = before[a]
    if (line !== undefined && line === after[b]) {
      changes.push({ kind: 'same', text: line })
      a++
      b++
      continue
    }
    const [removed, added] = meeting(before, a, after, b)
    for (const text of before.slice(a, a + removed)) changes.push({ kind: 'removed', text })
    for (const text of after.slice(b, b + added)) changes.push({ kind: 'added', text })
    a += removed
    b += added
  }
  return changes
}

/** The fewest lines to leave out on both sides until a line is equal again. */
function meeting(before: readonly string[], a: number, after: readonly string[], b: number): readonly [number, number] {
  for (let sum = 1; sum <= WINDOW; sum++) {
    for (let removed = 0; removed <= sum; removed++) {
      const line = before[a + removed]
      if (line !== undefined && line.trim() !== '' && line === after[b + sum - removed]) return [removed, sum - removed]
    }
  }
  return [Math.min(WINDOW, before.length - a), Math.min(WINDOW, after.length - b)]
}
