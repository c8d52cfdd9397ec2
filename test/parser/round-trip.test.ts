import fc from 'fast-check'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAclFile, parseConf, print, textOf, type ConfDocument, type Dialect } from '../../src/parser/index.ts'
import { WRITTEN_TEXTS } from './recorded-words.ts'

/** `npm run fuzz` asks for 200,000. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 4000)

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('aA#"\'\\ \t\r\n\v\f\0\xff()%~+-@|x4')) },
  { weight: 1, arbitrary: fc.constantFrom('\\x41', 'user ', '\n# ', '\nport 1', '" ', '\0\n', 'a'.repeat(1020)) },
)
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map(textOf) },
  { weight: 1, arbitrary: fc.constantFrom(...WRITTEN_TEXTS) },
)
const dialect: fc.Arbitrary<Dialect> = fc.record({ textMayFollowQuote: fc.boolean(), dropsByteFF: fc.boolean() })

/** What holds of every document, whatever it was parsed from. */
function expectLaws(document: ConfDocument): void {
  const { lines, file, dropped } = document
  const tokens = lines.flatMap((line) => line.tokens)
  let at = 0
  for (const { span } of tokens) {
    if (span.start !== at || span.end <= at) throw new Error(`token ${JSON.stringify(span)} does not follow ${at}`)
    at = span.end
  }
  expect(at).toBe(file.text.length)
  expect(dropped.every(({ start, end }) => start < end && file.text[start] === '\0')).toBe(true)
  expect(lines.map((line) => line.number)).toEqual(lines.map((_, i) => i + 1))
  expect(lines.map((line) => [line.span.start, line.span.end])).toEqual(lines.map(({ tokens }) => [tokens[0]?.span.start, tokens.at(-1)?.span.end]))
  for (const line of lines) {
    if (line.kind === 'comment') expect(line.tokens).toContainEqual(line.comment)
    if (line.kind === 'directive') expect(line.tokens.filter((token) => token.kind === 'word')).toEqual([line.name, ...line.args])
    if (line.kind === 'malformed') {
      const rest = line.tokens.find((token) => token.kind === 'bad-rest')
      expect(rest!.span.start <= line.problem.span.start && line.problem.span.end <= rest!.span.end).toBe(true)
      expect(line.problem.span.end).toBeGreaterThan(line.problem.span.start)
    }
  }
}

describe('a configuration file', () => {
  test('prints as it was, its tokens tile it, its lines are numbered', () => {
    fc.assert(fc.property(text, dialect, (text, dialect) => {
      const document = parseConf(text, 'f', dialect)
      expect(textOf(print(document)) === text).toBe(true)
      expectLaws(document)
    }), { numRuns: RUNS })
  })

  test('has words that say where each of their chars stands', () => {
    fc.assert(fc.property(text, dialect, (text, dialect) => {
      for (const line of parseConf(text, 'f', dialect).lines) {
        for (const token of line.tokens) {
          const { value, starts } = token as { value?: string; starts?: readonly number[] | null }
          if (value === undefined || !starts) continue
          expect(starts.length).toBe(value.length + 1)
          expect(starts.every((start, i) => start >= token.span.start && start <= token.span.end && (i === 0 || start >= starts[i - 1]!))).toBe(true)
          expect(starts.slice(0, -1).every((start, i) => text[start] === value[i] || text[start] === '\\')).toBe(true)
        }
      }
    }), { numRuns: RUNS / 4 })
  })
})

test('a string that is not one char a byte is read as its UTF-8', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
    const source = `masterauth \u{1f600}${text}\n`
    expect(Buffer.compare(print(parseConf(source)), Buffer.from(source))).toBe(0)
    expect(Buffer.compare(print(parseAclFile(source)), Buffer.from(source))).toBe(0)
  }), { numRuns: 200 })
})

test('an ACL file prints as it was, and each line is the same alone', () => {
  fc.assert(fc.property(text, dialect, (text, dialect) => {
    const document = parseAclFile(text, 'f', dialect)
    expect(textOf(print(document)) === text).toBe(true)
    const lines = [...document.lines()]
    expect(document.lineCount).toBe(lines.length)
    lines.forEach((line, i) => { expect(document.line(i + 1)).toEqual(line) })
  }), { numRuns: RUNS / 2 })
})

const CORPUS = new URL('../../../shared/corpus/', import.meta.url)

test.skipIf(!existsSync(CORPUS))('real files print as they were', () => {
  for (const name of readdirSync(CORPUS)) {
    const bytes = readFileSync(new URL(name, CORPUS))
    const document = name.endsWith('.acl') ? parseAclFile(bytes) : parseConf(bytes)
    expect(Buffer.compare(print(document), bytes), name).toBe(0)
  }
})
