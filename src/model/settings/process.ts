import type { Schema } from '../../schema/schema.ts'
import { assign, refuseLine } from '../startup.ts'
import { noSuchWord } from '../values/scalar.ts'
import { wholeInteger } from '../values/integer.ts'
import type { Setter } from './setter.ts'

const LOWEST_SCORE = -2000n
const HIGHEST_SCORE = 2000n

/** Three scores, for master, replica and background child; the later the kinder to the server. */
export const setOomScores: Setter = (start, use, args, facts) => {
  const scores = args.map(wholeInteger)
  if (scores.some((score) => score === null || score < LOWEST_SCORE || score > HIGHEST_SCORE)) {
    refuseLine(start, use, { message: 'Invalid oom-score-adj-values, elements must be between -2000 and 2000.', code: 'invalid-value', words: use.node.args })
    return
  }
  assign(start, facts.name, scores.join(' '), use)
}

/** Words that are or-ed, printed in the order of the table; `default` is no flag at all. */
export const setShutdownFlags: Setter = (start, use, args, facts) => {
  const words = args.map((arg) => arg.toLowerCase())
  const known = words.length > 0 && words.every((word) => facts.values.includes(word))
  if (!known || (words.includes('save') && words.includes('nosave'))) {
    const message = known ? "shutdown options SAVE and NOSAVE can't be used simultaneously" : noSuchWord(facts, start.schema)
    refuseLine(start, use, { message, code: 'invalid-value', words: use.node.args })
    return
  }
  const flags = facts.values.filter((value) => value !== 'default' && words.includes(value))
  assign(start, facts.name, flags.length === 0 ? 'default' : flags.join(' '), use)
}

/** Event classes in the order they are printed; `A` stands for all of them but the last. */
const CLASSES = 'g$lshzxetdn'

/** Letters of event classes; `A` stands for most of them. */
export const setKeyspaceEvents: Setter = (start, use, [letters = ''], facts) => {
  const allowed = facts.allowedChars ?? ''
  if (Array.from(letters).some((letter) => !allowed.includes(letter))) {
    refuseLine(start, use, { message: `Invalid event class character. Use '${hint(start.schema)}'.`, code: 'invalid-value', words: use.node.args })
    return
  }
  assign(start, facts.name, eventFlags(letters, allowed), use)
}

const hint = (schema: Schema): string => (schema.has('enum-error-of-many') ? 'Ag$lshzxeKEtmdn' : 'g$lshzxeA')

/** As `CONFIG GET` prints them: classes or `A`, beside which `n` is not shown; then where they are published; `m` last (measured). */
function eventFlags(letters: string, allowed: string): string {
  const set = new Set(letters)
  const known = Array.from(CLASSES).filter((letter) => allowed.includes(letter))
  const all = set.has('A') || known.every((letter) => letter === 'n' || set.has(letter))
  const classes = all ? 'A' : known.filter((letter) => set.has(letter)).join('')
  return classes + ['K', 'E', 'm'].filter((letter) => set.has(letter)).join('')
}
