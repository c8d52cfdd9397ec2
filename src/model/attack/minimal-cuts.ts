/**
 * The smallest sets of candidates that close a path, by trying them. `openAfter` says which paths
 * are open once a set is in place, or null where the server would not start then. Sets of two are
 * tried only for paths that no single candidate closes, and so on: a set that contains a smaller
 * one that closes the path is never given.
 */
export function minimalCuts<T>(
  paths: readonly string[],
  candidates: readonly T[],
  openAfter: (set: readonly T[]) => ReadonlySet<string> | null,
  largest = 3,
): ReadonlyMap<string, readonly (readonly T[])[]> {
  const found = new Map<string, (readonly T[])[]>()
  let open = new Set(paths)
  for (let size = 1; size <= largest && open.size > 0; size++) {
    const tried = size === 1 ? candidates : candidates.filter((each) => openAfter([each]) !== null).slice(0, MOST_COMBINED)
    for (const set of combinations(tried, size)) {
      const left = openAfter(set)
      if (left === null) continue
      for (const path of open) if (!left.has(path)) found.set(path, [...(found.get(path) ?? []), set])
    }
    open = new Set([...open].filter((path) => !found.has(path)))
  }
  return found
}

/** Pairs and triples grow fast, so only the first of those that start are combined. */
const MOST_COMBINED = 10

function* combinations<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (const [i, item] of items.entries()) {
    for (const rest of combinations(items.slice(i + 1), size - 1)) yield [item, ...rest]
  }
}
