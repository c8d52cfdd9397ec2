import type { CommandRecord, KeySpecRecord, SentinelRecord } from '../../src/schema/records.ts'
import type { SentinelArgument, SentinelFacts } from '../../src/schema/schema.ts'
import { arity } from './directive-records.ts'
import type { Facts, MeasuredCommand, MeasuredKeySpec } from './facts.ts'

/** Commands by full name: `config`, `config|get`. */
export function commandRecords(commands: Facts['commands']): Map<string, Partial<CommandRecord>> {
  const records = new Map<string, Partial<CommandRecord>>()
  const add = (name: string, command: MeasuredCommand): void => {
    records.set(name, record(command))
    for (const [sub, facts] of Object.entries(command.subcommands ?? {})) add(`${name}|${sub}`, facts)
  }
  // Redis 8 reports its vector-set commands in capitals; names compare without regard to case.
  for (const [name, command] of Object.entries(commands)) add(name.toLowerCase(), command)
  return records
}

function record(command: MeasuredCommand): Partial<CommandRecord> {
  const categories = command.categories ?? command.aclCategories ?? []
  const keys = [command.firstKey ?? 0, command.lastKey ?? 0, command.step ?? 0] as const
  const specs = command.keySpecs ?? []
  return {
    arity: command.arity,
    ...(command.flags.length > 0 && { flags: command.flags.join(' ') }),
    ...(categories.length > 0 && { categories: categories.join(' ') }),
    ...(keys.some((n) => n !== 0) && { keys }),
    ...(specs.length > 0 && { specs: specs.map(keySpec) }),
  }
}

function keySpec(spec: MeasuredKeySpec): KeySpecRecord {
  return [spec.flags.join(' '), beginSearch(described(spec.begin_search)), findKeys(described(spec.find_keys))]
}

/** `["type", "index", "spec", ["index", 1]]` as its type and a record. */
function described(flat: readonly unknown[]): { type: string; spec: Map<string, string | number> } {
  const [, type, , pairs] = flat as [unknown, string, unknown, (string | number)[]]
  const spec = new Map<string, string | number>()
  for (let i = 0; i + 1 < pairs.length; i += 2) spec.set(String(pairs[i]), pairs[i + 1] ?? '')
  return { type, spec }
}

function beginSearch({ type, spec }: ReturnType<typeof described>): KeySpecRecord[1] {
  if (type === 'index') return Number(spec.get('index'))
  if (type === 'keyword') return [String(spec.get('keyword')), Number(spec.get('startfrom'))]
  return null
}

function findKeys({ type, spec }: ReturnType<typeof described>): KeySpecRecord[2] {
  const number = (key: string): number => Number(spec.get(key))
  if (type === 'range') return [number('lastkey'), number('keystep'), number('limit')]
  if (type === 'keynum') return { keynum: [number('keynumidx'), number('firstkey'), number('keystep')] }
  return null
}

/** By the words of sentinel.json. */
const LAST_ARGUMENT: Readonly<Record<string, SentinelArgument>> = {
  'string': 'string',
  'integer (atoi, lenient)': 'integer',
  'unsigned integer (strtoull, lenient)': 'unsigned',
  'yes|no': 'yes-no',
  'path of an existing executable file (access X_OK)': 'executable',
}

export function sentinelRecords(sentinel: Facts['sentinel']): Map<string, Partial<SentinelRecord>> {
  return new Map(
    Object.entries(sentinel).map(([name, facts]) => {
      const lastArg = LAST_ARGUMENT[facts.lastArg]
      if (lastArg === undefined) throw new Error(`sentinel ${name}: unknown kind of argument: ${facts.lastArg}`)
      return [name, {
        ...(facts.aliases.length > 0 && { aliases: facts.aliases }),
        ...arity(facts.args),
        ...(facts.needsMaster && { needsMaster: true }),
        lastArg,
        phase: facts.phase.replace(' ', '-') as SentinelFacts['phase'],
      }]
    }),
  )
}
