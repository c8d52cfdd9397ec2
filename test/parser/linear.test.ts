import { expect, test } from 'vitest'
import { CLASSIC_DIALECT, parseAclRules, parseConf, positionAt, splitWords } from '../../src/parser/index.ts'

const parse = (text: string): void => { parseConf(text) }

const SHAPES: Readonly<Record<string, (bytes: number) => () => void>> = {
  'a line of words': (bytes) => parse.bind(null, 'a '.repeat(bytes / 2)),
  'a line of quoted words': (bytes) => parse.bind(null, '"a" '.repeat(bytes / 4)),
  'a word of quoted pieces': (bytes) => parse.bind(null, `x ${'a"b\\x41"'.repeat(bytes / 8)}`),
  'lines that are refused': (bytes) => parse.bind(null, '"a"b\n'.repeat(bytes / 5)),
  'a NUL on every line': (bytes) => parse.bind(null, 'a\0b\n'.repeat(bytes / 4)),
  'comments and blank lines': (bytes) => parse.bind(null, '# x\n \r\n'.repeat(bytes / 7)),
  'a user of selectors': (bytes) => {
    const { words } = splitWords('(~x +get) '.repeat(bytes / 10), CLASSIC_DIALECT)
    return () => { parseAclRules(words) }
  },
  'a selector that never closes': (bytes) => {
    const { words } = splitWords('(x '.repeat(bytes / 3), CLASSIC_DIALECT)
    return () => { parseAclRules(words) }
  },
  'positions along one line': (bytes) => () => {
    const file = { path: 'f', text: 'a\xc3\xa9'.repeat(bytes / 3) }
    for (let offset = 0; offset < bytes; offset += 99) positionAt(file, offset)
  },
}

function milliseconds(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

// Eight times the text takes 64 times as long where something is quadratic. The least of three runs is what it takes.
test.each(Object.keys(SHAPES))('%s takes linear time', { retry: 3, timeout: 30_000 }, (name) => {
  const least = (bytes: number): number => {
    const run = SHAPES[name]!(bytes)
    return Math.min(milliseconds(run), milliseconds(run), milliseconds(run))
  }
  least(15_000)
  expect(least(120_000)).toBeLessThan(20 * least(15_000) + 10)
})
