import { nameIn } from './name-history.ts'
import type { Schema } from './schema.ts'

/** Longer words are no misspelling of anything. */
const LONGEST = 64

/**
 * What an unknown name may have been meant for, likeliest first: the same setting's name in this release, the same
 * letters with other punctuation, a name a few keystrokes away, or the name that begins with it.
 *
 * @example nearestDirectives('maxmemry', schema) // ['maxmemory']
 */
export function nearestDirectives(name: string, schema: Schema, atMost = 3): readonly string[] {
  const word = name.toLowerCase()
  if (word === '' || word.length > LONGEST) return []
  const renamed = nameIn(schema, word)
  const names = candidatesOf(schema).filter(({ known }) => known !== word)
  const near = within(candidate(word), names)
  const stem = `${word}-`
  const longer = word.length < 4 ? [] : names.filter(({ known }) => known.startsWith(stem)).map(({ known }) => known)
  return [...new Set([...(renamed === null ? [] : [renamed]), ...near, ...longer])].slice(0, atMost)
}

/** Names at most a quarter of the word's letters away, the nearest first. */
function within({ bare, counts }: Candidate, names: readonly Candidate[]): readonly string[] {
  const allowed = Math.max(1, Math.floor(bare.length / 4))
  return names
    .filter((other) => Math.abs(bare.length - other.bare.length) <= allowed && countDistance(counts, other.counts) <= allowed)
    .map(({ known, bare: other }) => ({ known, distance: editDistance(bare, other, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || a.known.length - b.known.length || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known)
}

interface Candidate {
  readonly known: string
  /** `max-memory:`, `max_memory` and `maxmemory` differ in nothing else. */
  readonly bare: string
  /** How often each letter and digit occurs. */
  readonly counts: Uint8Array
}

function candidate(known: string): Candidate {
  const bare = known.replace(/[^a-z0-9]/g, '')
  return { known, bare, counts: letterCounts(bare) }
}

/** How often each letter and digit occurs; no other sign counts. */
export function letterCounts(word: string): Uint8Array {
  const counts = new Uint8Array(36)
  for (let i = 0; i < word.length; i++) {
    const at = parseInt(word.charAt(i), 36)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

const candidates = new WeakMap<Schema, readonly Candidate[]>()

/** Names worth suggesting: neither hidden nor ignored; the canonical ones and their aliases. */
function candidatesOf(schema: Schema): readonly Candidate[] {
  const known = candidates.get(schema)
  if (known !== undefined) return known
  const names = schema.directives()
    .filter(({ type, flags }) => type !== 'ignored' && !flags.includes('hidden'))
    .flatMap(({ name, aliases }) => [name, ...aliases].map(candidate))
  candidates.set(schema, names)
  return names
}

/** Never more than the edit distance, and much cheaper: what is left over of either bag of letters. */
export function countDistance(a: Uint8Array, b: Uint8Array): number {
  let missing = 0
  let extra = 0
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference > 0) missing += difference
    else extra -= difference
  }
  return Math.max(missing, extra)
}

/** Keystrokes from one word to another, swaps of neighbours counting as one; beyond `limit`, any number above it. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, { row, last, beforeLast }))
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

interface Rows {
  readonly row: readonly number[]
  readonly last: readonly number[]
  readonly beforeLast: readonly number[]
}

function cell(a: string, b: string, i: number, j: number, { row, last, beforeLast }: Rows): number {
  const at = (cells: readonly number[], k: number): number => cells[k] ?? Infinity
  const same = a[i - 1] === b[j - 1]
  const least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(least, at(beforeLast, j - 2) + 1) : least
}
