import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineChange } from '../../src/fixer/line-changes.ts'
import { hunksOf, linesOf } from '../../src/report/hunks.ts'

/** Changes in order, with at least one line kept between them. */
const changes = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 12 }), removed: fc.nat(3), added: fc.nat(3) }), { maxLength: 6 }).map((wanted) => {
  const made: LineChange[] = []
  let [at, addedAt] = [-1, -1]
  for (const { gap, removed, added } of wanted.filter((one) => one.removed + one.added > 0)) {
    made.push({ at: at + gap, removed, addedAt: addedAt + gap, added, by: [] })
    at += gap + removed
    addedAt += gap + added
  }
  return made
})

test('hunks are apart, hold every change once, and count the lines they show', () => {
  fc.assert(fc.property(changes, fc.nat(4), fc.nat(10), (changes, context, more) => {
    const lineCount = (changes.at(-1)?.at ?? 0) + (changes.at(-1)?.removed ?? 0) + more
    const hunks = hunksOf(changes, context, lineCount)
    expect(hunks.flatMap((hunk) => hunk.changes)).toEqual(changes)
    let end = 0
    for (const hunk of hunks) {
      const lines = linesOf(hunk)
      const indexes = (...kinds: readonly string[]): readonly number[] => lines.filter(({ kind }) => kinds.includes(kind)).map(({ index }) => index)
      expect(indexes('same', 'removed')).toEqual(Array.from({ length: hunk.before.count }, (_, i) => hunk.before.from + i))
      expect(indexes('same', 'added')).toHaveLength(hunk.after.count)
      expect(hunk.before.from).toBeGreaterThanOrEqual(end)
      end = hunk.before.from + hunk.before.count
    }
  }))
})
