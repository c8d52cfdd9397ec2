/**
 * Asks real servers how they read texts, by what `CONFIG GET masterauth` then says, and writes the answers to
 * test/parser/words.recorded.json. Needs the servers that test/oracle/install unpacks. Run: npm run record:words
 */
import fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { installedServers, withServer, type OracleServer, type Outcome } from './servers.ts'
import { WRITTEN_TEXTS, type RecordedAnswer, type RecordedWords } from '../parser/recorded-words.ts'

const SERVERS = ['redis-6.0.16', 'redis-7.0.15', 'redis-8.0.6', 'valkey-8.1.1', 'valkey-9.1.2']

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('"', '\'', '\\', ' ', '#', '\\"', '\\\'', '\\x4', '\\x41', '\\n', '" ', '\' ') },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'x', '0', '\t', '\v', '\f', '\r', '\xff', '\xe9', '\0', '\x01') },
)
const word = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''))
const random = fc.oneof(
  { weight: 4, arbitrary: word.map((word) => `masterauth ${word}\n`) },
  { weight: 2, arbitrary: word.map((word) => `masterauth "${word}"\n`) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `masterauth a${a}\n${b}masterauth b`) },
)

function answerOf(outcome: Outcome, value: unknown): RecordedAnswer {
  if (outcome.started) return String(value)
  if (outcome.started === null) throw new Error(`neither started nor refused: ${outcome.output}`)
  const { line, message } = outcome
  if (message.includes('Unbalanced quotes')) return { line, refused: 'unbalanced' }
  if (message.includes('Bad directive') || message.includes('Module Configuration') || message.includes('Module config')) return { line, refused: 'name' }
  if (message.includes('wrong number of arguments')) return { line, refused: 'count' }
  throw new Error(`an answer to look at: ${outcome.output}`)
}

async function ask(server: OracleServer, text: string): Promise<RecordedAnswer> {
  const args = ['--port', '0', '--save', '']
  return withServer(server, { files: { 'redis.conf': text }, args, network: 'host', socket: true }, async (outcome) => {
    const reply = outcome.started ? await outcome.client?.send('CONFIG', 'GET', 'masterauth') : null
    return answerOf(outcome, Array.isArray(reply) ? reply[1] : reply)
  })
}

const texts = [...new Set([...WRITTEN_TEXTS, ...fc.sample(random, { seed: 6379, numRuns: 250 })])]
const answers: Record<string, RecordedAnswer[]> = {}
for (const server of installedServers().filter(({ name }) => SERVERS.includes(name))) {
  const told: RecordedAnswer[] = []
  for (const text of texts) told.push(await ask(server, text))
  answers[server.name] = told
  console.log(server.name, told.length)
}
const recorded: RecordedWords = { texts, answers }
// One text or answer a line, so that a change is a readable diff; escaped, so that the file is ASCII.
const json = JSON.stringify(recorded, null, 1).replace(/[\x7f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
writeFileSync('test/parser/words.recorded.json', `${json}\n`)
