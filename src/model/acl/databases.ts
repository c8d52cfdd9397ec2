import type { FaultCode } from './fault.ts'

const LARGEST = 2_147_483_647n

/** The numbers of a `db=` rule. Leading zeros and a `+` pass; empty items, ranges and letters do not (measured: valkey 9.1.2). */
export function databasesIn(list: string): ReadonlySet<number> | FaultCode {
  const databases = new Set<number>()
  for (const item of list.split(',')) {
    const digits = /^[\t-\r ]*\+?(\d+)$/.exec(item)?.[1]
    if (digits === undefined) return 'syntax'
    if (BigInt(digits) > LARGEST) return 'database-out-of-range'
    databases.add(Number(digits))
  }
  return databases
}
