import type { Schema } from '../../schema/schema.ts'
import { cString } from './c-text.ts'
import { INT64_MAX, INT64_MIN, UINT64_MAX } from './integer.ts'

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n, b: 1n, k: 1000n, kb: 1024n, m: 1000n ** 2n, mb: 1024n ** 2n, g: 1000n ** 3n, gb: 1024n ** 3n,
}

/** A size as a release reads it. */
export interface Size {
  readonly bytes: bigint
  readonly understood: boolean
}

/** The digits are copied to a buffer of this size first; more of them are an error. */
const MOST_DIGITS = 127

/**
 * Digits and a unit, without a blank; no digits at all are 0 in every release. null: refused, for a wrong unit, a sign
 * or, up to 6.2, a negative result. What does not fit into 64 bits wraps (measured).
 */
export function readSize(text: string, schema: Schema): Size | null {
  const { negative, digits, factor } = partsOf(text)
  if (factor === null || digits.length > MOST_DIGITS) return null
  if (schema.behaviour('memory-overflow') !== 'int64') return negative ? null : unsignedSize(BigInt(digits || '0'), factor, schema)
  if (negative && digits === '') return null
  const size = product(BigInt(`${negative ? '-' : ''}${digits || '0'}`), factor, INT64_MAX)
  return size.bytes < 0n ? null : size
}

function unsignedSize(magnitude: bigint, factor: bigint, schema: Schema): Size | null {
  const tooGreat = magnitude > UINT64_MAX && schema.behaviour('memory-overflow') === 'refused'
  return tooGreat ? null : product(magnitude, factor, UINT64_MAX)
}

/**
 * The same where nobody looks at the error: a wrong unit makes it 0 or, in 2.8, counts as none; a sign is kept.
 * All sizes up to 5.0, and single ones up to 6.2, are read so.
 */
export function readSizeLeniently(text: string, schema: Schema): Size {
  const { negative, digits, factor } = partsOf(text)
  const bare = schema.behaviour('unknown-memory-unit') === 'digits'
  if ((factor === null && !bare) || digits.length > MOST_DIGITS) return { bytes: 0n, understood: false }
  const size = product(BigInt(`${negative ? '-' : ''}${digits || '0'}`), factor ?? 1n, INT64_MAX)
  return { bytes: size.bytes, understood: size.understood && factor !== null && !negative }
}

/** Digits stop at the greatest number there is, or the least; the product with the unit wraps. */
function product(number: bigint, factor: bigint, most: bigint): Size {
  const least = most === INT64_MAX ? INT64_MIN : 0n
  const clamped = number > most ? most : number < least ? least : number
  const exact = clamped * factor
  const bytes = most === INT64_MAX ? BigInt.asIntN(64, exact) : BigInt.asUintN(64, exact)
  return { bytes, understood: clamped === number && bytes === exact }
}

interface SizeParts {
  readonly negative: boolean
  readonly digits: string
  /** null: no such unit. */
  readonly factor: bigint | null
}

function partsOf(text: string): SizeParts {
  const [, sign = '', digits = '', unit = ''] = /^(-?)([0-9]*)([^]*)$/.exec(cString(text)) ?? []
  return { negative: sign !== '', digits, factor: UNITS[unit.toLowerCase()] ?? null }
}
