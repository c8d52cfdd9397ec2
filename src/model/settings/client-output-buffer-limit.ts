import type { DirectiveUse } from '../project.ts'
import { assignFromAll, refuseLine, type Refusal, type Startup } from '../startup.ts'
import { asInt32, leadingInteger, wholeInteger } from '../values/integer.ts'
import { readSize, readSizeLeniently } from '../values/memory.ts'
import type { Setter } from './setter.ts'

/** The limits of one class of clients. */
interface Limit {
  readonly text: string
  /** null: compiled in. */
  readonly use: DirectiveUse | null
}

export interface BufferLimits {
  /** Every line that was not refused. */
  readonly met: DirectiveUse[]
  /** In the order `CONFIG GET` prints them; empty until a line sets one. */
  readonly byClass: Map<string, Limit>
}

const CLASSES = ['normal', 'slave', 'pubsub'] as const

export const setBufferLimit: Setter = (start, use, args, facts) => {
  const lenient = start.schema.has('lenient-output-buffer-limit')
  const refused = lenient ? refusedLeniently(start, args) : refusedStrictly(start, args)
  if (refused !== null) {
    refuseLine(start, use, { words: use.node.args, ...refused })
    return
  }
  const limits = limitsInForce(start, facts.default ?? '')
  start.bufferLimits.met.push(use)
  for (let i = 0; i < args.length; i += 4) {
    const client = classOf(args[i] ?? '', start)
    if (client !== null) limits.set(client, { text: limitText(start, args.slice(i + 1, i + 4)), use })
  }
}

function limitsInForce({ bufferLimits: { byClass } }: Startup, compiledIn: string): Map<string, Limit> {
  if (byClass.size > 0) return byClass
  const words = compiledIn.split(' ')
  for (const client of CLASSES) {
    const at = words.indexOf(client)
    byClass.set(client, { text: words.slice(at + 1, at + 4).join(' '), use: null })
  }
  return byClass
}

function classOf(word: string, start: Startup): string | null {
  const name = word.toLowerCase()
  if (name === 'replica' && start.schema.has('replica-client-class')) return 'slave'
  return CLASSES.find((client) => client === name) ?? null
}

const NO_SUCH_CLASS = "Unrecognized client limit class: the user specified an invalid one, or 'master' which has no buffer limits."

/** Sizes are read without looking at units, seconds with atoi (measured: up to 6.2). */
function refusedLeniently(start: Startup, args: readonly string[]): Refusal | null {
  if (classOf(args[0] ?? '', start) === null) {
    return { message: NO_SUCH_CLASS, code: 'invalid-value' }
  }
  return secondsOf(args[3] ?? '') < 0n ? { message: 'Negative number of seconds in soft limit is invalid', code: 'invalid-value' } : null
}

function refusedStrictly(start: Startup, args: readonly string[]): Refusal | null {
  if (args.length % 4 !== 0) return { message: 'Wrong number of arguments in buffer limit configuration.', code: 'wrong-argument-count' }
  for (let i = 0; i < args.length; i += 4) {
    if (classOf(args[i] ?? '', start) === null) {
      return { message: 'Invalid client class specified in buffer limit configuration.', code: 'invalid-value' }
    }
    const seconds = args[i + 3] ?? ''
    const sizes = [readSize(args[i + 1] ?? '', start.schema), readSize(args[i + 2] ?? '', start.schema)]
    if (sizes.includes(null) || wholeInteger(seconds) === null || secondsOf(seconds) < 0n) {
      return { message: 'Error in hard, soft or soft_seconds setting in buffer limit configuration.', code: 'invalid-value' }
    }
  }
  return null
}

function limitText({ schema }: Startup, [hard = '', soft = '', seconds = '']: readonly string[]): string {
  const lenient = schema.has('lenient-output-buffer-limit')
  const size = (text: string): bigint => (lenient ? readSizeLeniently(text, schema) : readSize(text, schema))?.bytes ?? 0n
  // Kept in an unsigned number.
  return `${BigInt.asUintN(64, size(hard))} ${BigInt.asUintN(64, size(soft))} ${secondsOf(seconds)}`
}

/** An `int`, whatever was read. */
const secondsOf = (text: string): bigint => asInt32(leadingInteger(text).value)

/** What the lines come to, once all are read. */
export function publishBufferLimits(start: Startup): void {
  const { met, byClass } = start.bufferLimits
  const text = Array.from(byClass, ([client, limit]) => `${client} ${limit.text}`).join(' ')
  const inForce = Array.from(byClass.values(), (limit) => limit.use).filter((use) => use !== null)
  assignFromAll(start, 'client-output-buffer-limit', text, met, new Set(inForce))
}
