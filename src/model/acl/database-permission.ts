import type { CommandFacts } from '../../schema/schema.ts'
import { strictInteger } from '../values/integer.ts'
import { cString, lowered } from '../values/c-text.ts'
import type { Argv } from './command-line.ts'

/** The database a fresh connection is in. */
const CURRENT = 0

/**
 * The first database a command line would touch although it is not granted; null: none. Measured on valkey 9.1.2 over all
 * its commands: what reads, writes or is about keys touches the current one, and four commands name others.
 */
export function forbiddenDatabase(granted: ReadonlySet<number>, facts: CommandFacts, argv: Argv, count: number): string | null {
  const touched = databasesTouched(facts, argv, count)
  const refused = touched.find((database) => !granted.has(database))
  return refused === undefined ? null : String(refused)
}

function databasesTouched(facts: CommandFacts, argv: Argv, count: number): readonly number[] {
  const named = (word: string | undefined): readonly number[] => {
    const database = strictInteger(word ?? '')
    return database !== null && database >= 0n && database < BigInt(count) ? [Number(database)] : []
  }
  switch (facts.name) {
    case 'select':
      return named(argv[1])
    case 'swapdb': {
      const both = [...named(argv[1]), ...named(argv[2])]
      return both.length === 2 ? both : []
    }
    case 'move':
      return [CURRENT, ...named(argv[2])]
    case 'copy':
      return [CURRENT, ...databasesOfCopy(argv, named)]
    case 'flushall':
    case 'cluster|cancelslotmigrations':
    case 'cluster|flushslot':
    case 'cluster|migrateslots':
      return Array.from({ length: count }, (_, i) => i)
    default:
      return isAboutKeys(facts) ? [CURRENT] : []
  }
}

/** Behind each DB. A word that makes no sense anywhere means that there is none (measured: valkey 9.1.2). */
function databasesOfCopy(argv: Argv, named: (word: string | undefined) => readonly number[]): readonly number[] {
  const found: number[] = []
  for (let i = 3; i < argv.length; i++) {
    const option = lowered(cString(argv[i] ?? ''))
    if (option === 'replace') continue
    const [database] = option === 'db' ? named(argv[++i]) : []
    if (database === undefined) return []
    found.push(database)
  }
  return found
}

const isAboutKeys = ({ flags, categories, keySpecs }: CommandFacts): boolean =>
  flags.includes('readonly') || flags.includes('write') || categories.includes('keyspace') ||
  keySpecs.some((spec) => !spec.flags.includes('not_key'))
