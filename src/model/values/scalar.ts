import type { DirectiveFacts, Schema } from '../../schema/schema.ts'
import { cString } from './c-text.ts'
import { canonicalWord } from './enum.ts'
import { wordsFor } from './early-messages.ts'
import { asInt32, INT64_MAX, leadingInteger, outOfBounds, strictInteger } from './integer.ts'
import { readSize, readSizeLeniently } from './memory.ts'
import { isRefused, misread, refused, taken, type Reading } from './reading.ts'

/** What the release makes of a single value of a directive that has no setter of its own. Most readers see a C string (measured: 6.0.16 to 9.1.2). */
export function readScalar(facts: DirectiveFacts, text: string, schema: Schema): Reading {
  const seen = cString(text)
  switch (facts.type) {
    case 'bool': return readBool(facts, seen)
    case 'int': return schema.has('lenient-integers') ? readLenientInteger(facts, seen, schema) : readInteger(facts, text, schema)
    case 'memory': return readMemory(facts, text, schema)
    case 'percent-or-memory': return readPercentOrMemory(text, schema)
    case 'octal': return schema.has('strict-octal') ? readOctal(facts, seen) : readLenientOctal(facts, seen)
    case 'enum': return readEnum(facts, seen, schema)
    case 'sds': return taken(text)
    case 'string':
    case 'special':
    case 'ignored': return taken(seen)
  }
}

function readBool(facts: DirectiveFacts, text: string): Reading {
  const word = text.toLowerCase()
  if (word === 'yes' || word === 'no') return taken(word)
  return facts.lenient ? misread('no') : refused("argument must be 'yes' or 'no'")
}

function readInteger(facts: DirectiveFacts, text: string, schema: Schema): Reading {
  const value = strictInteger(text)
  if (value === null) return refused("argument couldn't be parsed into an integer")
  // Where every unsigned number passes, -1 is the greatest of them (measured: cluster-blacklist-ttl of valkey 8.0).
  if (schema.has('unsigned-long-bounds') && facts.max !== null && facts.max > INT64_MAX) return taken(value)
  return bounded(facts, value, schema)
}

function bounded(facts: DirectiveFacts, value: bigint, schema: Schema): Reading {
  const problem = outOfBounds(value, facts.min, facts.max)
  return problem === null ? taken(value) : refused(schema.has('lenient-integers') ? wordsFor(facts, schema) : problem)
}

/** Read as a 64-bit number; everything else is a C `int` (measured: 2.8 to 5.0, `4294967297`). */
const WIDE: ReadonlySet<string> = new Set([
  'slowlog-log-slower-than', 'slowlog-max-len', 'latency-monitor-threshold', 'lua-time-limit', 'cluster-node-timeout', 'active-defrag-max-scan-fields',
])

function readLenientInteger(facts: DirectiveFacts, text: string, schema: Schema): Reading {
  const { value, whole } = leadingInteger(text)
  const kept = WIDE.has(facts.name) ? value : asInt32(value)
  const reading = bounded(facts, kept, schema)
  return 'value' in reading && (!whole || kept !== value) ? misread(kept) : reading
}

function readMemory(facts: DirectiveFacts, text: string, schema: Schema): Reading {
  // The one size that may be negative takes a plain `-1`, and a minus sign in no other form (measured: valkey 9.1).
  const plain = facts.min !== null && facts.min < 0n ? strictInteger(text) : null
  if (plain !== null && plain < 0n) return bounded(facts, plain, schema)
  // What is read outside the table of directives has no upper bound there, and nobody looks at its errors.
  const lenient = facts.max === null
  const size = lenient ? readSizeLeniently(text, schema) : readSize(text, schema)
  if (size === null) return refused('argument must be a memory value')
  const signed = lenient || facts.max <= INT64_MAX ? BigInt.asIntN(64, size.bytes) : size.bytes
  const reading = bounded(facts, signed, schema)
  if (isRefused(reading)) return reading
  const kept = facts.name === 'repl-backlog-size' && schema.has('backlog-has-least-size') && signed < LEAST_BACKLOG ? LEAST_BACKLOG : signed
  return size.understood && kept === signed ? taken(kept) : misread(kept)
}

const LEAST_BACKLOG = 16_384n

/** A size is a C string; where that is none, a sign is looked for at the very end (config.c:numericParseString; measured: 7.0.15 to 9.1.2). */
function readPercentOrMemory(text: string, schema: Schema): Reading {
  const size = readSize(text, schema)
  if (size === null) {
    const percent = text.endsWith('%') ? strictInteger(text.slice(0, -1)) : null
    return percent === null || percent < 0n ? refused(NOT_PERCENT_OR_MEMORY) : percentage(percent)
  }
  const signed = BigInt.asIntN(64, size.bytes)
  const reading = signed < 0n ? percentage(-signed) : taken(signed)
  return isRefused(reading) || (size.understood && signed >= 0n) ? reading : misread(reading.value)
}

const NOT_PERCENT_OR_MEMORY = 'argument must be a memory or percent value'

/** Kept as a negative size, so that a size beyond 2^63 turns into a percentage (measured: `18446744073709551615` is 1 %). */
function percentage(percent: bigint): Reading {
  if (percent > 100n) return refused('percentage argument must be less or equal to 100')
  return taken(percent === 0n ? '0' : `${percent}%`)
}

function readOctal(facts: DirectiveFacts, text: string): Reading {
  const { value, whole } = leadingInteger(text, 8)
  if (text !== '' && !whole) return refused("argument couldn't be parsed as an octal number")
  if (value < 0n || (facts.max !== null && value > facts.max)) return refused(`argument must be between 0 and ${(facts.max ?? 0n).toString(8)} inclusive`)
  return taken(value.toString(8))
}

function readLenientOctal(facts: DirectiveFacts, text: string): Reading {
  const { value, whole } = leadingInteger(text, 8)
  if (value < 0n || (facts.max !== null && value > facts.max)) return refused('Invalid socket file permissions')
  return whole || text === '' ? taken(value.toString(8)) : misread(value.toString(8))
}

function readEnum(facts: DirectiveFacts, text: string, schema: Schema): Reading {
  const word = canonicalWord(facts, text)
  return word === null ? refused(noSuchWord(facts, schema)) : taken(word)
}

/** The server lists the values it knows in a buffer of 256 bytes. */
export function noSuchWord(facts: DirectiveFacts, schema: Schema): string {
  const { values } = facts
  if (schema.has('lenient-integers')) return wordsFor(facts, schema)
  const few = schema.has('enum-error-of-many') ? 'argument(s)' : 'argument'
  return `${few} must be one of the following: ${values.join(', ')}`.slice(0, 255)
}
