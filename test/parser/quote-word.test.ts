import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, parseConf, quoteWord, splitWords, type Dialect } from '../../src/parser/index.ts'

test.each([
  ['plain', 'plain'],
  ['', '""'],
  ['a b', '"a b"'],
  ['#hash', '#hash'],
  ['back\\slash', 'back\\slash'],
  ['it\'s', '"it\'s"'],
  ['say "hi"', '\'say "hi"\''],
  ['ends with \\', '"ends with \\\\"'],
  ['\\\'', '"\\\\\'"'],
  ['\t\x1b\0\xff', '"\\t\\x1b\\x00\\xff"'],
  ['caf\xc3\xa9', 'caf\xc3\xa9'],
])('%j is written %s', (value, written) => {
  expect(quoteWord(value)).toBe(written)
})

const DIALECTS: readonly Dialect[] = [false, true].flatMap((textMayFollowQuote) =>
  [false, true].map((dropsByteFF) => ({ textMayFollowQuote, dropsByteFF })))

const value = fc.oneof(
  fc.array(fc.constantFrom(...Array.from('ax "\'\\#\n\r\t\v\f\0\xff')), { maxLength: 12 }).map((chars) => chars.join('')),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => String.fromCharCode(...bytes)),
)

test('every server reads back the value that was quoted', () => {
  fc.assert(fc.property(value, (value) => {
    for (const dialect of DIALECTS) {
      expect(splitWords(quoteWord(value), dialect)).toMatchObject({ problem: null, words: [{ value }] })
      const [line] = parseConf(`masterauth ${quoteWord(value)}\n`, 'f', dialect).lines
      expect(line).toMatchObject({ kind: 'directive', args: [{ value }] })
    }
  }), { numRuns: 2000 })
})

test('what is quoted is one line of visible bytes', () => {
  fc.assert(fc.property(value, (value) => {
    expect(bytesOf(quoteWord(value)).every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true)
  }))
})
