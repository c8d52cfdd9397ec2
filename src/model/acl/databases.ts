import { leadingInteger } from '../values/integer.ts'
import type { FaultCode } from './fault.ts'

const LARGEST = 2_147_483_647n

/** The numbers of a `db=` rule, looked at from left to right. Leading zeros and a sign pass, though not what is below 0; empty items, ranges and letters do not (measured: valkey 9.1.2). */
export function databasesIn(list: string): ReadonlySet<number> | FaultCode {
  const databases = new Set<number>()
  for (const item of list.split(',')) {
    if (!/^[\t-\r ]*[+-]?\d+$/.test(item)) return 'syntax'
    const { value } = leadingInteger(item)
    if (value < 0n || value > LARGEST) return 'database-out-of-range'
    databases.add(Number(value))
  }
  return databases
}
