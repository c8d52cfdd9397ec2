/** The bounds of a C `long long`, which every number of a configuration passes through. */
export const INT64_MIN: bigint = -(2n ** 63n)
export const INT64_MAX: bigint = 2n ** 63n - 1n
export const UINT64_MAX: bigint = 2n ** 64n - 1n

/** The whole text as a number: no `+`, no leading zeros, no blanks, no `-0` (measured: redis 6.0 and later); null where it is none. */
export function strictInteger(text: string): bigint | null {
  if (!/^(?:0|-?[1-9][0-9]{0,18})$/.test(text)) return null
  const value = BigInt(text)
  return value >= INT64_MIN && value <= INT64_MAX ? value : null
}

/** The number a text begins with, as strtoll finds it: blanks and a sign may precede it, anything may follow; 0 without one. */
export function leadingInteger(text: string, radix: 8 | 10 = 10): { readonly value: bigint; readonly whole: boolean } {
  const found = (radix === 8 ? /^[ \t\n\v\f\r]*([+-]?)([0-7]+)/ : /^[ \t\n\v\f\r]*([+-]?)([0-9]+)/).exec(text)
  if (found === null) return { value: 0n, whole: false }
  const digits = (found[2] ?? '0').replace(/^0+(?=.)/, '')
  // Longer ones are clamped all the same, and a BigInt of a megabyte takes its time.
  const magnitude = digits.length > 40 ? INT64_MAX + 2n : BigInt(radix === 8 ? `0o${digits}` : digits)
  const value = found[1] === '-' ? -magnitude : magnitude
  const clamped = value > INT64_MAX ? INT64_MAX : value < INT64_MIN ? INT64_MIN : value
  return { value: clamped, whole: clamped === value && found[0].length === text.length }
}

/** The number a text is, as strtoll finds it, clamped to 64 bits: blanks and a sign may precede it, nothing may follow; nothing at all is 0. */
export function wholeInteger(text: string): bigint | null {
  if (text === '') return 0n
  return /^[ \t\n\v\f\r]*[+-]?[0-9]+$/.test(text) ? leadingInteger(text).value : null
}

/** The same as an `int`: atoi keeps the low 32 bits. */
export const asInt32 = (value: bigint): bigint => BigInt.asIntN(32, value)

/** `argument must be between A and B inclusive`, or null where the value is in its bounds. */
export function outOfBounds(value: bigint, min: bigint | null, max: bigint | null): string | null {
  if ((min === null || value >= min) && (max === null || value <= max)) return null
  return `argument must be between ${min ?? INT64_MIN} and ${max ?? INT64_MAX} inclusive`
}
