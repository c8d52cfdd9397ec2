import { assign, refuseLine } from '../startup.ts'
import type { Setter } from './setter.ts'

const INVALID = 'Invalid latency-tracking-info-percentiles parameters'
const OUTSIDE = 'latency-tracking-info-percentiles parameters should sit between [0.0,100.0]'

/** Percentiles of `INFO latencystats`: numbers from 0 to 100 as strtod reads them; a lone empty word empties the list. */
export const setPercentiles: Setter = (start, use, args, facts) => {
  const listed = args.length === 1 && args[0] === '' ? [] : args
  const hexadecimal = start.schema.has('hexadecimal-percentiles')
  const numbers: number[] = []
  for (const text of listed) {
    const n = wholeDouble(text, hexadecimal)
    if (n === null || !(n >= 0 && n <= 100)) {
      const message = n === null ? INVALID : OUTSIDE
      refuseLine(start, use, { message, code: 'invalid-value', words: use.node.args })
      return
    }
    numbers.push(n)
  }
  assign(start, facts.name, numbers.map(printed).join(' '), use)
}

/** As strtod reads a whole text: infinities are numbers, what is too great or too small for one is refused, and so is NaN (measured: 7.0). */
function wholeDouble(raw: string, hexadecimal: boolean): number | null {
  const text = raw.trimStart()
  if (/^[+-]?inf(?:inity)?$/i.test(text)) return Infinity
  const [, mantissa] = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i.exec(text) ?? []
  if (mantissa === undefined) return hexadecimal ? hexDouble(text) : null
  const value = Number(text)
  return Number.isFinite(value) && (value !== 0 || /^[0.]+$/.test(mantissa)) ? value : null
}

/** Refuses what is too great or too small just the same (measured: 7.0.15 to valkey 8.1.1). */
function hexDouble(text: string): number | null {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?[0-9]+))?$/i.exec(text) ?? []
  if (sign === undefined || whole + fraction === '') return null
  const digits = (whole + fraction).replace(/^0+/, '')
  const magnitude = digits === '' ? 0 : scaled(digits, Number(exponent) - 4 * fraction.length)
  if (magnitude === Infinity || (magnitude === 0 && digits !== '')) return null
  return sign === '-' ? -magnitude : magnitude
}

/** As many digits as a double holds, and more; in two steps, for a power alone may be out of bounds where the product is not. */
function scaled(digits: string, exponent: number): number {
  const kept = digits.slice(0, 16)
  const power = exponent + 4 * (digits.length - kept.length)
  const half = Math.trunc(power / 2)
  return parseInt(kept, 16) * 2 ** half * 2 ** (power - half)
}

/** `%f`, without the zeros at the end. */
function printed(n: number): string {
  const text = n.toFixed(6).replace(/\.?0+$/, '')
  return Object.is(n, -0) ? `-${text}` : text
}
