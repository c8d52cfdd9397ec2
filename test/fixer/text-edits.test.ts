import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takenEdits } from '../../src/fixer/taken-edits.ts'
import { applyEdits, doConflict } from '../../src/fixer/text-edits.ts'
import type { TextEdit } from '../../src/rules/rule.ts'

const edit = (start: number, end: number, newText: string): TextEdit => ({ path: 'f', span: { start, end }, newText })

describe('applyEdits', () => {
  test.each([
    ['nothing', [], 'abcdef'],
    ['a replacement and a removal, out of order', [edit(4, 6, ''), edit(0, 1, 'AA')], 'AAbcd'],
    ['insertions at one place, in their order', [edit(3, 3, '1'), edit(3, 3, '2')], 'abc12def'],
    ['an insertion where a replacement begins', [edit(3, 4, 'D'), edit(3, 3, '1')], 'abc1Def'],
    ['an insertion where a replacement ends', [edit(4, 4, '1'), edit(3, 4, 'D')], 'abcD1ef'],
  ])('%s', (_, edits, expected) => {
    expect(applyEdits('abcdef', edits)).toBe(expected)
  })

  test.each([
    ['overlapping', [edit(0, 3, ''), edit(2, 4, '')]],
    ['beyond the end', [edit(5, 7, '')]],
    ['backwards', [edit(4, 3, '')]],
  ])('refuses edits that are %s', (_, edits) => {
    expect(() => applyEdits('abcdef', edits)).toThrow('unreachable:')
  })
})

const anyEdit = fc.tuple(fc.nat(30), fc.nat(4), fc.constantFrom('', 'bind x\n', 'port 0\n')).map(([start, length, text]) =>
  edit(start, Math.min(start + length, 30), text))

test('edits that were taken together can be applied, in any order, with one result', () => {
  fc.assert(fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
    const taken = takenEdits()
    const chosen: TextEdit[] = []
    for (const one of edits) {
      const conflicts = chosen.some((other) => doConflict(other, one))
      expect(taken.conflicts(one)).toBe(conflicts)
      if (conflicts) continue
      taken.add(one)
      chosen.push(one)
    }
    const isPure = chosen.every((a, i) => chosen.every((b, j) => i === j || a.span.start !== b.span.start || a.span.end !== b.span.end))
    const text = 'abcdefghijklmnopqrstuvwxyz0123'
    const once = applyEdits(text, chosen)
    if (isPure) expect(applyEdits(text, chosen.toReversed())).toBe(once)
  }), { numRuns: 500 })
})
