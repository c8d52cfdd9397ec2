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

// 0.4 MB of each takes 10 to 200 ms on an idle machine; what is quadratic in it takes minutes.
test.each(Object.keys(SHAPES))('%s is read in time', (name) => {
  const run = SHAPES[name]!(400_000)
  const start = performance.now()
  run()
  expect(performance.now() - start).toBeLessThan(4000)
})
