import type { CommandFacts, KeySpec, Schema } from '../../schema/schema.ts'
import type { Argv } from './command-line.ts'
import { asInt32, strictInteger } from '../values/integer.ts'
import { atoi } from '../values/c-text.ts'
import { KEY_FINDERS, OLD_KEY_FINDERS } from './key-finders.ts'

/** A key in a command line, and what the command does with it. */
export interface KeyUse {
  readonly key: string
  readonly reads: boolean
  readonly writes: boolean
}

/**
 * The keys of a command line, as the server finds them before it asks the ACL: by key specifications where
 * they tell all, else by what is known of the command. None where the line makes no sense.
 */
export function keysOf(facts: CommandFacts, argv: Argv, schema: Schema): readonly KeyUse[] {
  if (facts.keySpecs.length === 0) return (OLD_KEY_FINDERS[facts.name] ?? KEY_FINDERS[facts.name])?.(argv, schema) ?? byPositions(facts, argv)
  const specs = facts.keySpecs.filter(({ flags }) => !flags.includes('not_key'))
  const bySpecification = specs.length > 0 && specs.every((spec) => tellsAll(spec, schema)) ? bySpecs(specs, argv, schema) : null
  return bySpecification ?? KEY_FINDERS[facts.name]?.(argv, schema) ?? byCount(specs, argv)
}

const tellsAll = ({ flags, begin }: KeySpec, schema: Schema): boolean =>
  begin.type !== 'unknown' && !flags.includes('variable_flags') && !flags.includes('incomplete') &&
  !(begin.type === 'keyword' && schema.has('key-specs-from-keyword-incomplete'))

/** Before key specifications: from the first to the last, in steps. A last one below 0 counts from the end. */
function byPositions({ firstKey, lastKey, step }: CommandFacts, argv: Argv): readonly KeyUse[] {
  if (firstKey === 0) return []
  const last = lastKey < 0 ? argv.length + lastKey : lastKey
  return usesAt(argv, positions(firstKey, last, step), { reads: true, writes: true })
}

/** null: the line makes no sense. */
function bySpecs(specs: readonly KeySpec[], argv: Argv, schema: Schema): readonly KeyUse[] | null {
  const uses: KeyUse[] = []
  for (const spec of specs) {
    const found = positionsOf(spec, argv, schema)
    if (found === null) return null
    uses.push(...usesAt(argv, found, accessOf(spec.flags)))
  }
  return uses
}

export function accessOf(flags: readonly string[]): Omit<KeyUse, 'key'> {
  return { reads: flags.includes('access'), writes: flags.includes('insert') || flags.includes('update') || flags.includes('delete') }
}

/** null: the line makes no sense. Empty: the word that introduces these keys is not there. */
function positionsOf({ begin, find }: KeySpec, argv: Argv, schema: Schema): readonly number[] | null {
  if (begin.type === 'unknown' || find.type === 'unknown') return []
  const first = begin.type === 'index' ? begin.index : afterKeyword(argv, begin.keyword, begin.startFrom)
  if (first === null) return []
  if (first >= argv.length) return null
  if (find.type === 'keynum') return counted(argv, first, find, schema)
  const last = find.lastKey >= 0 ? first + find.lastKey
    : find.limit <= 1 ? argv.length + find.lastKey
      : first + Math.floor((argv.length - first) / find.limit) + find.lastKey
  return last >= argv.length || last < first ? null : positions(first, last, find.keyStep)
}

function counted(argv: Argv, first: number, find: Extract<KeySpec['find'], { type: 'keynum' }>, schema: Schema): readonly number[] | null {
  const count = strictInteger(argv[first + find.keyNumIndex] ?? '')
  if (count === null || count < 0n || (schema.has('key-count-beyond-int-refused') && asInt32(count) !== count)) return null
  const start = first + find.firstKey
  const last = start + (Number(asInt32(count)) - 1) * find.keyStep
  return last < start || last >= argv.length ? null : positions(start, last, find.keyStep)
}

/** The server's function says where the key is, and not what is done with it: any pattern that matches will do. */
const UNTOLD = { reads: false, writes: false }

/** Where specifications make no sense of a line, what the command itself knows of its keys: the number of them is read with atoi (`db.c:genericGetKeys`; measured: 7.0.15 to 9.1.2). */
function byCount(specs: readonly KeySpec[], argv: Argv): readonly KeyUse[] {
  return specs.flatMap(({ begin, find }) => {
    // MSETEX, whose keys are every other word, knows nothing more (measured: valkey 9.1.2).
    if (begin.type !== 'index' || find.type !== 'keynum' || find.keyStep !== 1) return []
    const first = begin.index + find.firstKey
    const count = atoi(argv[begin.index + find.keyNumIndex] ?? '')
    if (count < 1 || count > argv.length - first) return []
    const others = specs.flatMap((spec) => (spec.begin.type === 'index' && spec.find.type === 'range' ? [spec.begin.index] : []))
    return usesAt(argv, [...positions(first, first + count - 1, 1), ...others], UNTOLD)
  })
}

/** A negative start searches from the end backwards. */
function afterKeyword(argv: Argv, keyword: string, startFrom: number): number | null {
  const step = startFrom > 0 ? 1 : -1
  for (let i = startFrom > 0 ? startFrom : argv.length + startFrom; i > 0 && i < argv.length - 1; i += step) {
    if (argv[i]?.toLowerCase() === keyword.toLowerCase()) return i + 1
  }
  return null
}

export function positions(first: number, last: number, step: number): readonly number[] {
  const found: number[] = []
  for (let i = first; i <= last; i += Math.max(step, 1)) found.push(i)
  return found
}

export function usesAt(argv: Argv, at: readonly number[], access: Omit<KeyUse, 'key'>): readonly KeyUse[] {
  return at.flatMap((i) => {
    const key = argv[i]
    return key === undefined ? [] : [{ key, ...access }]
  })
}
