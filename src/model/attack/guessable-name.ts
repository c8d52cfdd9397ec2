import type { CommandNames } from '../exposure/command-names.ts'
import type { Argv } from '../exposure/permission.ts'

/** Renames that guides print or that attack tools try. */
const PRINTED = new Set(['security_config', 'security_flushall', 'hidden', 'secret', 'admin', 'disabled', 'none', 'null', 'noop'])

/**
 * Would somebody who looks for a renamed command find it? He tries the name with something
 * before or behind it, its letters changed a little, very short words, and what guides print.
 *
 * @example isGuessable('config', 'my_config') // true
 */
export function isGuessable(original: string, target: string): boolean {
  const from = original.toLowerCase()
  const to = target.toLowerCase()
  if (to.length < 5 || PRINTED.has(to)) return true
  const letters = to.replaceAll(/[^a-z]/g, '')
  return letters.includes(from) || letters === Array.from(from).reverse().join('') || isNear(from, to)
}

/** At most two letters added, dropped or changed. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 0) <= 2
}

/** A command line with the name its command answers to; null: it was removed, or got a name he does not find. */
export function underFoundName([command, ...args]: Argv, names: CommandNames): Argv | null {
  const { name } = names.nameOf(command)
  if (name === null) return null
  return name === command || isGuessable(command, name) ? [name, ...args] : null
}
