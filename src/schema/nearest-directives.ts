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
  const bare = letters(word)
  const allowed = Math.max(1, Math.floor(bare.length / 4))
  const names = namesOf(schema)
  const near = names
    .map((known) => ({ known, distance: editDistance(bare, letters(known), allowed) }))
    .filter(({ known, distance }) => distance <= allowed && known !== word)
    .sort((a, b) => a.distance - b.distance || a.known.length - b.known.length || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known)
  const longer = word.length < 4 ? [] : names.filter((known) => known.startsWith(`${word}-`))
  return [...new Set([...(renamed === null ? [] : [renamed]), ...near, ...longer])].slice(0, atMost)
}

/** Names worth suggesting: neither hidden nor ignored; the canonical ones and their aliases. */
function namesOf(schema: Schema): readonly string[] {
  return schema.directives()
    .filter(({ type, flags }) => type !== 'ignored' && !flags.includes('hidden'))
    .flatMap(({ name, aliases }) => [name, ...aliases])
}

/** `max-memory:`, `max_memory` and `maxmemory` differ in nothing else. */
const letters = (name: string): string => name.replace(/[^a-z0-9]/g, '')

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
