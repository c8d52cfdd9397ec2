import { applyPatch } from 'diff'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/fixer/text-edits.ts'
import type { AppliedFix } from '../../src/fixer/fix-result.ts'
import { lineChanges } from '../../src/fixer/line-changes.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { patchOf } from '../../src/report/patch.ts'
import type { TextEdit } from '../../src/rules/rule.ts'

/** A text after passes of edits, as the fixer reports them. */
function passes(before: string, edits: readonly (readonly TextEdit[])[]): { after: string, applied: AppliedFix[] } {
  const applied = edits.map((own, i): AppliedFix => {
    const [first = { path: 'f', span: { start: 0, end: 0 }, newText: '' }, ...more] = own
    const fix = { title: `pass ${i + 1}`, kind: 'hardening', consequence: 'None.', edits: [first, ...more] } as const
    return { rule: `rule-${i + 1}`, fix, path: 'f', line: 1, pass: i + 1, edits: own }
  })
  return { after: edits.reduce(applyEdits, before), applied }
}

/** Numbers that become disjoint spans of whatever text there is when their pass comes. */
const pass = fc.array(fc.record({ gap: fc.nat(12), length: fc.nat(6), newText: fc.constantFrom('', 'x', '\n', 'new\n', 'a\nb', '\nz\n', 'line\r\n') }), { maxLength: 5 })

function editsIn(text: string, wanted: readonly { gap: number, length: number, newText: string }[]): TextEdit[] {
  let at = 0
  return wanted.flatMap(({ gap, length, newText }) => {
    const start = at + gap
    const end = start + length
    if (end > text.length) return []
    at = end + 1
    return [{ path: 'f', span: { start, end }, newText }]
  })
}

test('the patch of known edits gives the text after, whatever the edits', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a\n', 'bb\n', '\n', 'ccc\r\n', 'd'), { maxLength: 30 }), fc.array(pass, { maxLength: 3 }), (lines, wanted) => {
    const before = lines.join('')
    let text = before
    const edits = wanted.map((own) => {
      const made = editsIn(text, own)
      text = applyEdits(text, made)
      return made
    })
    const { after, applied } = passes(before, edits)
    const changes = lineChanges('f', before, after, applied)
    const patch = patchOf({ path: 'f', before, after, changes, words: String, line: (_side, _index, line) => line }, PLAIN)
    expect(applyPatch(before, patch, { fuzzFactor: 0 })).toBe(after)
    if (before !== after) expect(changes.every(({ by }) => by.length > 0)).toBe(true)
  }), { numRuns: 500 })
})

test('each hunk names the rules that made it, and only those', () => {
  const before = Array.from({ length: 40 }, (_, i) => `line ${i}\n`).join('')
  const at = (n: number): number => before.indexOf(`line ${n}\n`)
  const { after, applied } = passes(before, [
    [{ path: 'f', span: { start: at(2), end: at(3) }, newText: '' }],
    [{ path: 'f', span: { start: at(30) - 7, end: at(30) - 7 }, newText: 'more\n' }],
  ])
  const changes = lineChanges('f', before, after, applied)
  expect(changes.map(({ at, removed, added, by }) => ({ at, removed, added, by: by.map(({ rule }) => rule) }))).toEqual([
    { at: 2, removed: 1, added: 0, by: ['rule-1'] },
    { at: 30, removed: 0, added: 1, by: ['rule-2'] },
  ])
})

test('thousands of fixes in a long file take no time', () => {
  const before = 'save 1 2\nport 1\n'.repeat(20_000)
  const edits = Array.from({ length: 10_000 }, (_, i) => ({ path: 'f', span: { start: i * 32, end: i * 32 + 9 }, newText: '' }))
  const { after, applied } = passes(before, [edits])
  const begin = performance.now()
  expect(lineChanges('f', before, after, applied)).toHaveLength(10_000)
  expect(performance.now() - begin).toBeLessThan(1000)
})
