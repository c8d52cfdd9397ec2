import { compactTable, type CompactTable } from './compact-table.ts'
import { COMMANDS } from './data/commands.ts'
import { SENTINEL_COMMANDS } from './data/sentinel.ts'
import { EARLY_SENTINEL_COMMANDS } from './early-sentinel-commands.ts'
import type { CommandRecord, KeySpecRecord } from './records.ts'
import type { CommandFacts, CommandTable, KeySpec } from './schema.ts'
import type { Series } from './timeline.ts'

const commandData: CompactTable<CommandRecord> = compactTable<CommandRecord>(COMMANDS)
const sentinelCommandData: CompactTable<CommandRecord> = compactTable<CommandRecord>(SENTINEL_COMMANDS)
const earlySentinelCommandData: CompactTable<CommandRecord> = compactTable<CommandRecord>(EARLY_SENTINEL_COMMANDS)

/** As `ACL CAT` lists them; measured: the same in every release from 6.0 to 9.1. */
const CATEGORIES: readonly string[] = [
  'keyspace', 'read', 'write', 'set', 'sortedset', 'list', 'hash', 'string', 'bitmap', 'hyperloglog', 'geo', 'stream',
  'pubsub', 'admin', 'fast', 'slow', 'blocking', 'dangerous', 'connection', 'transaction', 'scripting',
]

export function commandTable(series: Series, hasAcl: boolean): CommandTable {
  return tableOf(commandData, series, hasAcl)
}

/** Users and COMMAND came to sentinels together. */
export function sentinelCommandTable(series: Series, hasAcl: boolean): CommandTable {
  return tableOf(hasAcl ? sentinelCommandData : earlySentinelCommandData, series, hasAcl)
}

function tableOf(data: CompactTable<CommandRecord>, series: Series, hasAcl: boolean): CommandTable {
  const found = new Map<string, CommandFacts | null>()
  const exists = (name: string): boolean => data.existsAt(name, series)
  let names: readonly string[] | null = null
  let children: Map<string, string[]> | null = null

  const subcommandsOf = (name: string): readonly string[] => {
    children ??= byContainer(data.names)
    return children.get(name)?.filter(exists) ?? NONE
  }
  return {
    get(name) {
      const known = found.get(name)
      if (known !== undefined) return known
      const record = data.recordAt(name, series)
      const facts = record === null ? null : commandFacts(name, record, subcommandsOf(name))
      found.set(name, facts)
      return facts
    },
    get names() {
      return (names ??= data.names.filter(exists))
    },
    categories: hasAcl ? CATEGORIES : NONE,
  }
}

function byContainer(names: readonly string[]): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const name of names) {
    const bar = name.indexOf('|')
    if (bar < 0) continue
    const siblings = children.get(name.slice(0, bar))
    if (siblings === undefined) children.set(name.slice(0, bar), [name])
    else siblings.push(name)
  }
  return children
}

function commandFacts(name: string, record: Partial<CommandRecord>, subcommands: readonly string[]): CommandFacts {
  const [firstKey, lastKey, step] = record.keys ?? [0, 0, 0]
  return {
    name,
    arity: record.arity ?? 0,
    flags: words(record.flags),
    categories: words(record.categories),
    firstKey,
    lastKey,
    step,
    keySpecs: (record.specs ?? []).map(keySpec),
    subcommands,
  }
}

function keySpec([flags, begin, find]: KeySpecRecord): KeySpec {
  return { flags: words(flags), begin: beginOf(begin), find: findOf(find) }
}

function beginOf(begin: KeySpecRecord[1]): KeySpec['begin'] {
  if (begin === null) return { type: 'unknown' }
  if (typeof begin === 'number') return { type: 'index', index: begin }
  return { type: 'keyword', keyword: begin[0], startFrom: begin[1] }
}

function findOf(find: KeySpecRecord[2]): KeySpec['find'] {
  if (find === null) return { type: 'unknown' }
  if ('keynum' in find) {
    const [keyNumIndex, firstKey, keyStep] = find.keynum
    return { type: 'keynum', keyNumIndex, firstKey, keyStep }
  }
  const [lastKey, keyStep, limit] = find
  return { type: 'range', lastKey, keyStep, limit }
}

const words = (text = ''): readonly string[] => (text === '' ? NONE : text.split(' '))
const NONE: readonly string[] = []
