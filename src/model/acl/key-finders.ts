import type { Schema } from '../../schema/schema.ts'
import { atoi, cString, lowered } from '../values/c-text.ts'
import type { Argv } from './command-line.ts'
import type { KeyUse } from './command-keys.ts'

type KeyFinder = (argv: Argv, schema: Schema) => readonly KeyUse[]

const READ = { reads: true, writes: false }
const WRITE = { reads: false, writes: true }
const BOTH = { reads: true, writes: true }

/** As strcasecmp has it. */
const is = (word: string | undefined, name: string): boolean => word !== undefined && lowered(cString(word)) === name

/** The keys at these places; none where the line is shorter. */
const at = (argv: Argv, access: Omit<KeyUse, 'key'>, ...places: readonly number[]): KeyUse[] =>
  places.flatMap((i) => (argv[i] === undefined ? [] : [{ key: argv[i], ...access }]))

const range = (first: number, count: number): number[] => Array.from({ length: Math.max(count, 0) }, (_, i) => first + i)

/** A number in front says how many keys follow it. */
const counted = (numberAt: number, destination: number | null = null): KeyFinder => (argv) => {
  const count = atoi(argv[numberAt] ?? '')
  if (count < 1 || numberAt + count >= argv.length) return []
  return [...at(argv, BOTH, ...range(numberAt + 1, count)), ...(destination === null ? [] : at(argv, WRITE, destination))]
}

/** The source, and behind the last STORE where the result goes: a word that may be an option itself. What LIMIT, GET and BY take is passed over. */
const sort: KeyFinder = (argv, schema) => {
  const skipped = schema.has('sort-store-takes-next-word') ? 1 : 0
  let store: number | null = null
  for (let i = 2; i < argv.length; i++) {
    if (is(argv[i], 'limit')) i += 2
    else if (is(argv[i], 'get') || is(argv[i], 'by')) i += 1
    else if (is(argv[i], 'store') && i + 1 < argv.length) {
      store = i + 1
      i += skipped
    }
  }
  return [...at(argv, READ, 1), ...(store === null ? [] : at(argv, WRITE, store))]
}

const sortReadOnly: KeyFinder = (argv) => at(argv, READ, 1)

/** The last STORE or STOREDIST wins. */
const georadius: KeyFinder = (argv, schema) => {
  let store: number | null = null
  for (let i = is(argv[0], 'georadius') && schema.has('georadius-store-behind-unit') ? 6 : 5; i + 1 < argv.length; i++) {
    if (is(argv[i], 'store') || is(argv[i], 'storedist')) store = ++i
  }
  return [...at(argv, READ, 1), ...(store === null ? [] : at(argv, WRITE, store))]
}

/** The third word or, if that is empty, all behind KEYS. Both is a syntax error, and no key is looked at; KEYS with nothing behind it counts for nothing (measured: 7.0.15, 8.0.6, 9.1.2). */
const migrate: KeyFinder = (argv) => {
  for (let i = 6; i < argv.length - 1; i++) {
    if (is(argv[i], 'keys')) return argv[3] === '' ? at(argv, BOTH, ...range(i + 1, argv.length - i - 1)) : []
    if (is(argv[i], 'auth')) i += 1
    else if (is(argv[i], 'auth2')) i += 2
  }
  return at(argv, BOTH, 3)
}

/** … before: the first KEYS counts if the third word is empty, whatever stands before it (measured: 6.0.16). */
const oldMigrate: KeyFinder = (argv) => {
  const keys = argv[3] === '' ? argv.findIndex((word, i) => i > 5 && is(word, 'keys')) : -1
  return at(argv, BOTH, ...(keys < 0 ? [3] : range(keys + 1, argv.length - keys - 1)))
}

/** SET reads only if it gives the old value back; comparing with IFEQ is no reading (measured: 7.0.15 to 9.1.2). */
const set: KeyFinder = (argv) => at(argv, argv.slice(3).some((word) => is(word, 'get')) ? BOTH : WRITE, 1)

/** BITFIELD writes unless all it is told is to GET. */
const bitfield: KeyFinder = (argv) => {
  let writes = false
  for (let i = 2; i < argv.length; i++) {
    const left = argv.length - i - 1
    if (is(argv[i], 'get') && left >= 2) i += 2
    else if ((is(argv[i], 'set') || is(argv[i], 'incrby')) && left >= 3) { writes = true; i += 3 }
    else if (is(argv[i], 'overflow') && left >= 1) i += 1
    else writes = true
  }
  return at(argv, { reads: true, writes }, 1)
}

/** How many words an option of XREAD takes. */
const XREAD_OPTIONS: Readonly<Record<string, number>> = { block: 1, count: 1, group: 2, noack: 0 }

/** Behind STREAMS keys come first, then as many ids. No key is looked for behind a word that is no option (measured: 6.0.16, 8.0.2). */
const xread: KeyFinder = (argv) => {
  let streams = 1
  while (streams < argv.length && !is(argv[streams], 'streams')) streams += 1 + (XREAD_OPTIONS[lowered(cString(argv[streams] ?? ''))] ?? argv.length)
  const left = argv.length - streams - 1
  return left < 1 || left % 2 !== 0 ? [] : at(argv, READ, ...range(streams + 1, left / 2))
}

const memory: KeyFinder = (argv) => (is(argv[1], 'usage') ? at(argv, READ, 2) : [])

/** STRALGO LCS KEYS a b; behind STRINGS there are none (measured: 6.0.16). */
const stralgo: KeyFinder = (argv) => {
  const first = argv.findIndex((word, i) => i > 0 && (is(word, 'strings') || (is(word, 'keys') && i + 2 < argv.length)))
  return first < 0 || is(argv[first], 'strings') ? [] : at(argv, READ, first + 1, first + 2)
}

/** Commands whose keys, or what is done with them, no key specification tells. */
export const KEY_FINDERS: Readonly<Record<string, KeyFinder>> = {
  sort, sort_ro: sortReadOnly, georadius, georadiusbymember: georadius, migrate, set, bitfield, xread, xreadgroup: xread,
}

/** Commands whose keys move, before key specifications say how, or that are looked at in another way then. */
export const OLD_KEY_FINDERS: Readonly<Record<string, KeyFinder>> = {
  eval: counted(2), evalsha: counted(2), memory, migrate: oldMigrate, stralgo,
  zunionstore: counted(2, 1), zinterstore: counted(2, 1), zdiffstore: counted(2, 1), zunion: counted(1), zinter: counted(1), zdiff: counted(1),
}
