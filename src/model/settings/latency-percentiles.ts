import { assign, refuseLine } from '../startup.ts'
import type { Setter } from './setter.ts'

/** Percentiles of `INFO latencystats`: numbers from 0 to 100 as strtod reads them; a lone empty word empties the list. */
export const setPercentiles: Setter = (start, use, args, facts) => {
  const listed = args.length === 1 && args[0] === '' ? [] : args
  const numbers = listed.map(wholeDouble)
  if (numbers.includes(null)) {
    refuseLine(start, use, { message: 'Invalid latency-tracking-info-percentiles parameters', code: 'invalid-value', words: use.node.args })
    return
  }
  if (numbers.some((n) => n !== null && !(n >= 0 && n <= 100))) {
    refuseLine(start, use, { message: 'latency-tracking-info-percentiles parameters should sit between [0.0,100.0]', code: 'invalid-value', words: use.node.args })
    return
  }
  assign(start, facts.name, numbers.map((n) => printed(n ?? 0)).join(' '), use)
}

function wholeDouble(text: string): number | null {
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return null
  return Number(text)
}

/** `%.17g`, without the digits that only the binary form has. */
const printed = (n: number): string => String(n)
