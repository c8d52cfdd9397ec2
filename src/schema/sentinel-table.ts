import { compactTable, type CompactTable } from './compact-table.ts'
import { SENTINEL } from './data/sentinel.ts'
import { arityOf } from './directive-table.ts'
import type { SentinelRecord } from './records.ts'
import type { SentinelFacts } from './schema.ts'
import type { Series } from './timeline.ts'

const data: CompactTable<SentinelRecord> = compactTable<SentinelRecord>(SENTINEL)

export function sentinelDirectives(series: Series): readonly SentinelFacts[] {
  return data.names.flatMap((name) => {
    const record = data.recordAt(name, series)
    return record === null ? [] : sentinelFacts(name, record)
  })
}

function sentinelFacts(name: string, record: Partial<SentinelRecord>): SentinelFacts {
  return {
    name,
    aliases: record.aliases ?? [],
    arity: arityOf(record.arity),
    needsMaster: record.needsMaster ?? false,
    lastArg: record.lastArg ?? 'string',
    phase: record.phase ?? 'file-order',
  }
}
