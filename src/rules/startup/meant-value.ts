import type { DirectiveFacts, ValueType } from '../../schema/schema.ts'
import { nearest } from './meant-name.ts'

const YES: ReadonlySet<string> = new Set(['true', 'on', '1', 'enabled', 'enable', 'y', 't'])
const NO: ReadonlySet<string> = new Set(['false', 'off', '0', 'disabled', 'disable', 'n', 'f', 'none'])

/** What other programs call the same. */
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  loglevel: { info: 'notice', information: 'notice', warn: 'warning', error: 'warning', err: 'warning', critical: 'warning', trace: 'debug' },
  'maxmemory-policy': { lru: 'allkeys-lru', lfu: 'allkeys-lfu', random: 'allkeys-random', ttl: 'volatile-ttl', none: 'noeviction' },
  appendfsync: { yes: 'always', '1': 'everysec', second: 'everysec', everysecond: 'everysec', never: 'no' },
  'tls-auth-clients': { required: 'yes', require: 'yes', true: 'yes', none: 'no', false: 'no' },
}

/** The argument that someone meant who wrote these words for a directive; null where it is anybody's guess. */
export function meantValue(facts: DirectiveFacts, words: readonly string[]): string | null {
  const lower = words.join('').toLowerCase()
  return READERS[facts.type]?.(facts, lower, words) ?? null
}

type Reader = (facts: DirectiveFacts, lower: string, words: readonly string[]) => string | null

const READERS: Readonly<Partial<Record<ValueType, Reader>>> = {
  bool: (_, lower, words) => (words.length === 1 ? yesOrNo(lower) ?? nearest(lower, ['yes', 'no']) : null),
  enum: (facts, lower, words) => (words.length === 1 ? meantWord(facts, lower) : null),
  memory: (_, lower) => meantSize(lower),
  'percent-or-memory': (_, lower) => meantSize(lower),
  int: (facts, lower) => meantInteger(facts, lower),
  octal: (_, lower) => (/^0o[0-7]{3}$/.test(lower) ? lower.slice(2) : null),
  special: (facts, _, words) => (facts.name === 'save' ? meantPoints(words) : null),
}

const yesOrNo = (lower: string): string | null => (YES.has(lower) ? 'yes' : NO.has(lower) ? 'no' : null)

function meantWord(facts: DirectiveFacts, lower: string): string | null {
  const word = Object.hasOwn(OTHER_WORDS, facts.name) ? OTHER_WORDS[facts.name]?.[lower] : undefined
  if (word !== undefined && facts.values.includes(word)) return word
  const plain = facts.values.includes('yes') ? yesOrNo(lower) : null
  return plain ?? nearest(lower.replaceAll('_', '-'), facts.values)
}

const LARGER: Readonly<Record<string, readonly [string, bigint]>> = {
  t: ['gb', 1024n], tb: ['gb', 1024n], tib: ['gb', 1024n], gib: ['gb', 1n], mib: ['mb', 1n], kib: ['kb', 1n],
  byte: ['b', 1n], bytes: ['b', 1n], gigabytes: ['gb', 1n], megabytes: ['mb', 1n], gbytes: ['gb', 1n], mbytes: ['mb', 1n],
}
const SMALLER: Readonly<Record<string, string>> = { gb: 'mb', mb: 'kb', kb: 'b' }

/** `1 gb`, `1tb`, `1.5gb`, `1gib`, in units that servers know. */
function meantSize(lower: string): string | null {
  const [, whole = '', fraction = '', written = ''] = /^(\d{1,9})(?:\.(\d{1,3}))?([a-z]*)$/.exec(lower) ?? []
  if (whole === '' || Number(whole) === 0) return null
  const [unit, factor] = (Object.hasOwn(LARGER, written) ? LARGER[written] : undefined) ?? [written, 1n]
  if (!/^(?:[kmg]?b|[kmg]|)$/.test(unit)) return null
  if (fraction === '') return `${BigInt(whole) * factor}${unit}`
  const smaller = SMALLER[unit]
  const scaled = BigInt(whole + fraction) * factor * 1024n
  const divisor = 10n ** BigInt(fraction.length)
  return smaller === undefined || scaled % divisor !== 0n ? null : `${scaled / divisor}${smaller}`
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, sec: 1, secs: 1, seconds: 1, m: 60, min: 60, h: 3600, d: 86_400 }
/** Counted in seconds, so that a time can be worked out. */
const IN_SECONDS: ReadonlySet<string> = new Set(['timeout', 'tcp-keepalive', 'repl-timeout', 'repl-backlog-ttl', 'repl-ping-replica-period', 'min-replicas-max-lag'])

function meantInteger(facts: DirectiveFacts, lower: string): string | null {
  if (/^\+?0*\d{1,15}$/.test(lower)) return String(Number(lower))
  const [, number = '', unit = ''] = /^(\d{1,9})([a-z]+)$/.exec(lower) ?? []
  const seconds = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined
  return seconds !== undefined && IN_SECONDS.has(facts.name) ? String(Number(number) * seconds) : null
}

/** Times of save points with a unit: `save 15m 1`. */
function meantPoints(words: readonly string[]): string | null {
  if (words.length % 2 !== 0) return null
  const plain = words.map((word, i) => {
    const [, number = '', unit = 's'] = /^(\d{1,9})([a-z]+)?$/i.exec(word) ?? []
    const seconds = SECONDS[unit.toLowerCase()] ?? 0
    return number === '' || (i % 2 === 1 && unit !== 's') ? 0 : Number(number) * (i % 2 === 0 ? seconds : 1)
  })
  return plain.every((number) => number > 0) ? plain.join(' ') : null
}
