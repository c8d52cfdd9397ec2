import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLASSIC_DIALECT, parseConf, type Dialect } from '../../src/parser/index.ts'
import type { RecordedAnswer, RecordedWords } from './recorded-words.ts'

const recorded = JSON.parse(readFileSync(new URL('words.recorded.json', import.meta.url), 'latin1')) as RecordedWords

const DIALECTS: Readonly<Record<string, Dialect>> = {
  'valkey-8.1.1': { textMayFollowQuote: false, dropsByteFF: true },
  'valkey-9.1.2': { textMayFollowQuote: true, dropsByteFF: true },
}

/** Starts a server that knows one directive. `queues`: an unknown name with arguments is only told of after all lines. */
function answer(text: string, dialect: Dialect, queues: boolean): RecordedAnswer {
  let value: RecordedAnswer = ''
  let queued = false
  for (const line of parseConf(text, 'f', dialect).lines) {
    if (line.kind === 'malformed') return { line: line.number, refused: 'unbalanced' }
    if (line.kind !== 'directive') continue
    if (line.name.value.toLowerCase() !== 'masterauth' && queues && line.args.length > 0) {
      queued = true
      continue
    }
    if (line.name.value.toLowerCase() !== 'masterauth') return { line: line.number, refused: 'name' }
    const [argument, ...more] = line.args
    if (argument === undefined || more.length > 0) return { line: line.number, refused: 'count' }
    value = argument.value
  }
  return queued ? { line: 0, refused: 'name' } : value
}

/** Redis 6.0 holds masterauth as a C string. */
const asHeld = (server: string, told: RecordedAnswer): RecordedAnswer =>
  server === 'redis-6.0.16' && typeof told === 'string' ? told.replace(/\0[^]*/, '') : told

test.each(Object.keys(recorded.answers))('%s reads every text so', (server) => {
  const dialect = DIALECTS[server] ?? CLASSIC_DIALECT
  const disagreements = recorded.texts.flatMap((text, i) => {
    const told = recorded.answers[server]?.[i]
    const ours = asHeld(server, answer(text, dialect, server === 'redis-8.0.6'))
    return JSON.stringify(ours) === JSON.stringify(told) ? [] : [{ text, told, ours }]
  })
  expect(disagreements).toEqual([])
})

test('the recording tells servers apart, and holds values and refusals', () => {
  const { texts, answers } = recorded
  expect(texts.length).toBeGreaterThan(400)
  const differing = texts.filter((_, i) => new Set(Object.values(answers).map((told) => JSON.stringify(told[i]))).size > 1)
  expect(differing.length).toBeGreaterThan(40)
})
