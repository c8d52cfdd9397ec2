import type { CommandNames } from '../exposure/command-names.ts'
import type { Argv } from '../exposure/permission.ts'

/** Printed as the example in every redis.conf since 2.0, so it is the second name that attackers try. */
const PRINTED_EXAMPLE = 'b840fc02d524045429941cc15f59e41cb7be6c52'

/**
 * Why somebody who looks for a renamed command would find it: the rest of a sentence about the new
 * name, which itself is never told. null: he would not.
 *
 * @example whyGuessable('config', 'my_config') // 'contains the old one'
 */
export function whyGuessable(command: string, name: string): string | null {
  if (name === '' || name === command) return null
  if (name === PRINTED_EXAMPLE) return 'is the example of the stock file'
  if (name.includes(command) || name.includes(Array.from(command).reverse().join(''))) return 'contains the old one'
  if (name.length < 12) return `has ${name.length} characters`
  if (new Set(name).size < 6) return 'repeats a few characters'
  return /^[a-z]+(?:[-_.][a-z]+)*\d{0,4}$/.test(name) && name.length < 24 ? 'is made of words' : null
}

/** A command line with the name its command answers to; null: it was removed, or got a name he does not find. */
export function underFoundName([command, ...args]: Argv, names: CommandNames): Argv | null {
  const { name } = names.nameOf(command)
  if (name === null) return null
  return name === command || whyGuessable(command, name) !== null ? [name, ...args] : null
}
