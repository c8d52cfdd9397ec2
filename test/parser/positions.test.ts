import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeForDisplay, lineStarts, positionAt, textOf } from '../../src/parser/index.ts'

const fileOf = (text: string) => ({ path: 'f', text: textOf(new TextEncoder().encode(text)) })

test('columns count UTF-16 units of the line, from 1', () => {
  const file = fileOf('a\nné😀x\n')
  const column = (char: string): number => positionAt(file, file.text.indexOf(char)).column
  expect(column('n')).toBe(1)
  expect(column('\xc3')).toBe(2)
  expect(column('\xf0')).toBe(3)
  expect(column('x')).toBe(5)
  expect(positionAt(file, file.text.length)).toEqual({ line: 3, column: 1, offset: file.text.length })
})

test('a byte that is no UTF-8 is one column', () => {
  const file = { path: 'f', text: '\xff\xc3(\xe2\x28\xa1x' }
  expect(positionAt(file, file.text.indexOf('x')).column).toBe(7)
})

test('a look-up within a character does not mislead the next one on its line', () => {
  const file = fileOf('é😀x')
  const x = file.text.indexOf('x')
  positionAt(file, x - 2)
  expect(positionAt(file, x).column).toBe(4)
  expect(positionAt(file, 2).column).toBe(2)
})

test('the table is built once a file', () => {
  const file = fileOf('a\nb\n')
  expect(lineStarts(file)).toBe(lineStarts(file))
  expect([...lineStarts(file)]).toEqual([0, 2, 4])
})

test('lines and columns agree with splitting and decoding', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'é', '😀', '\n', ' ', '\r')), (chars) => {
    const file = fileOf(chars.join(''))
    for (let i = 0; i <= chars.length; i++) {
      const before = chars.slice(0, i).join('')
      const lines = before.split('\n')
      const offset = new TextEncoder().encode(before).length
      expect(positionAt(file, offset)).toEqual({ line: lines.length, column: lines.at(-1)!.length + 1, offset })
    }
  }))
})

test.each([
  ['plain', 'plain'],
  ['caf\xc3\xa9 \xf0\x9f\x98\x80', 'café 😀'],
  ['\xff\xc3', '\\xff\\xc3'],
  ['\x1b[2J\x07\x7f\0', '\\x1b[2J\\x07\\x7f\\x00'],
  ['a\tb\r\n', 'a\\tb\\r\\n'],
  ['\xc2\x9b31m', '\\u{9b}31m'],
  ['\xe2\x80\xae', '\\u{202e}'],
  ['\xef\xbb\xbfport', '\\u{feff}port'],
  ['\xed\xa0\x80', '\\xed\\xa0\\x80'],
])('%j is shown as %s', (text, shown) => {
  expect(decodeForDisplay(text)).toBe(shown)
})

test('nothing shown steers a terminal, and valid text is shown as it is', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
    expect(decodeForDisplay(textOf(bytes))).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  }))
})
