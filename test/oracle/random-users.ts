import type { Schema } from '../../src/schema/schema.ts'

export type Random = (below: number) => number

/** A small generator that can be told to do it all again. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const KEYS = ['k', 'user:1', 'a:b', 'x']
const PATTERNS = ['k', 'user:*', 'a?b', '[a-z]', '*:*', '\\k', 'x*', '[^k]*', '*1', '']
const CHANNELS = ['news', 'n*', 'k', 'user:?']
const HASH = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8'

/** Rules of one user, of every kind the release knows, in any order. Some may be refused. */
export function randomRules(schema: Schema, random: Random): readonly string[] {
  return Array.from({ length: 1 + random(9) }, () => randomRule(schema, random, schema.has('acl-selectors')))
}

function randomRule(schema: Schema, random: Random, selectors: boolean): string {
  const { commands } = schema
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? ''
  const sign = pick(['+', '-', '+'])
  const made: (() => string)[] = [
    () => sign + pick(commands.names.filter((name) => !name.includes('|'))),
    () => sign + pick(commands.names.filter((name) => name.includes('|') || !schema.has('acl-knows-subcommands'))),
    () => `${sign}@${pick(commands.categories)}`,
    () => `${sign}@${pick(commands.categories)}`,
    () => `${pick(['+', '-'])}@all`,
    () => pick(['~*', 'allkeys', 'resetkeys', `~${pick(PATTERNS)}`, `~${pick(PATTERNS)}`]),
    () => (schema.has('acl-key-permissions') ? `%${pick(['R', 'W', 'RW', 'w', 'wR'])}~${pick(PATTERNS)}` : 'resetkeys'),
    () => (schema.has('acl-channels') ? pick(['&*', 'resetchannels', `&${pick(CHANNELS)}`]) : 'on'),
    () => pick(['on', 'off', 'nopass', '>pw', `#${HASH}`, '<pw', `!${HASH}`, 'resetpass', 'reset', 'ON', 'AllCommands', 'nocommands']),
    () => `+${pick(['select', 'get', 'debug', 'sort'])}|${pick(['k', '0', 'USER:1'])}`,
    () => (schema.has('acl-databases') ? pick(['db=0', 'db=1,2', 'alldbs', 'resetdbs', 'db=0,1']) : 'on'),
    () => (selectors ? `(${Array.from({ length: 1 + random(4) }, () => randomRule(schema, random, false)).join(' ')})` : 'on'),
  ]
  return made[random(made.length)]?.() ?? ''
}

const WORDS = [...KEYS, 'news', '0', '1', '2', 'STREAMS', 'STORE', 'GET', 'KEYS', 'USAGE', 'LIMIT', '']

/** Command lines of every command and subcommand, with as many words as it takes, or a few more. */
export function randomLines(schema: Schema, random: Random): readonly (readonly [string, ...string[]])[] {
  return schema.commands.names.flatMap((name) => {
    const facts = schema.commands.get(name)
    if (facts === null || facts.subcommands.length > 0) return []
    const [command = '', ...rest] = name.split('|')
    const least = Math.abs(facts.arity) - 1 - rest.length
    const count = facts.arity < 0 ? least + random(4) : least
    return [[command, ...rest, ...Array.from({ length: Math.max(count, 0) }, () => WORDS[random(WORDS.length)] ?? '')]]
  })
}
