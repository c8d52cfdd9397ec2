/** A set of commands of one release: a bit for each name of its table. */
export type CommandSet = Uint32Array

export const emptySet = (size: number): CommandSet => new Uint32Array((size + 31) >> 5)

export const contains = (set: CommandSet, index: number): boolean => (((set[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1

export function insert(set: CommandSet, index: number): void {
  set[index >> 5] = (set[index >> 5] ?? 0) | (1 << (index & 31))
}

export function addAll(set: CommandSet, other: CommandSet): void {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] ?? 0) | (other[i] ?? 0)
}

export function removeAll(set: CommandSet, other: CommandSet): void {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] ?? 0) & ~(other[i] ?? 0)
}

export function intersects(a: CommandSet, b: CommandSet): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true
  return false
}

export function isSubset(inner: CommandSet, outer: CommandSet): boolean {
  for (let i = 0; i < inner.length; i++) if (((inner[i] ?? 0) & ~(outer[i] ?? 0)) !== 0) return false
  return true
}

export const sameSet = (a: CommandSet, b: CommandSet): boolean => a.every((word, i) => word === b[i])

/** How many commands are in both. */
export function overlap(a: CommandSet, b: CommandSet): number {
  let count = 0
  for (let i = 0; i < a.length; i++) count += bits((a[i] ?? 0) & (b[i] ?? 0))
  return count
}

function bits(word: number): number {
  let rest = word
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Positions, in order. */
export function * members(set: CommandSet): Iterable<number> {
  for (let i = 0; i < set.length * 32; i++) if (contains(set, i)) yield i
}
