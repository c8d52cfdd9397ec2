import type { BehaviourValue } from '../../schema/behaviours.ts'
import type { Schema } from '../../schema/schema.ts'
import { INT64_MAX, UINT64_MAX } from './integer.ts'

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
const MISREAD_AS_ZERO: Size = { bytes: 0n, understood: false }

/**
 * Digits and a unit, without a blank; no digits at all are 0 in every release. A wrong unit is passed over (2.8),
 * makes it 0 (3.2 to 5.0), or is refused: null. What does not fit wraps.
 */
export function readSize(text: string, schema: Schema): Size | null {
  const { negative, digits, unit } = partsOf(text)
  const factor = UNITS[unit]
  const known = factor !== undefined && digits.length <= MOST_DIGITS
  const otherUnit = schema.behaviour('unknown-memory-unit')
  if (!known && otherUnit !== 'digits') return otherUnit === 'zero' ? MISREAD_AS_ZERO : null
  const size = product64(digits, (factor ?? 1n) * (negative ? -1n : 1n), schema.behaviour('memory-overflow'))
  if ((negative || (size !== null && size.bytes < 0n)) && !schema.has('negative-memory')) return null
  return size !== null && !known ? { bytes: size.bytes, understood: false } : size
}

function partsOf(text: string): { readonly negative: boolean; readonly digits: string; readonly unit: string } {
  const [, sign = '', digits = '', unit = ''] = /^(-?)([0-9]*)([^]*)$/.exec(text) ?? []
  return { negative: sign !== '', digits, unit: unit.toLowerCase() }
}

/** Digits stop at the greatest number there is; the product with the unit wraps. */
function product64(digits: string, factor: bigint, overflow: BehaviourValue<'memory-overflow'>): Size | null {
  const most = overflow === 'int64' ? INT64_MAX : UINT64_MAX
  const magnitude = digits.length > MOST_DIGITS ? most + 1n : BigInt(digits || '0')
  if (magnitude > most && overflow === 'refused') return null
  const product = (magnitude > most ? most : magnitude) * factor
  const bytes = overflow === 'int64' ? BigInt.asIntN(64, product) : BigInt.asUintN(64, product)
  return { bytes, understood: magnitude <= most && bytes === product }
}
