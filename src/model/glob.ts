/**
 * glob(3) without flags, in the C locale: `*`, `?` and `[…]` match within one path
 * component and never a leading dot; a backslash takes the meaning from the next character.
 */

/** Does the server hand this path to glob(3)? */
export const isGlob = (path: string): boolean => /[*?[]/.test(path)

/** Matches one component of a path. */
export function matchesComponent(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false
  let p = 0
  let n = 0
  let star = -1
  let resume = 0
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = ++p
      resume = n
      continue
    }
    const next = p < pattern.length ? afterMatch(pattern, p, name.charAt(n)) : -1
    if (next >= 0) {
      p = next
      n++
    } else if (star >= 0) {
      p = star
      n = ++resume
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

/** Where the pattern goes on once its element at `p` matched `char`; -1: it does not match. */
function afterMatch(pattern: string, p: number, char: string): number {
  const c = pattern.charAt(p)
  if (c === '?') return p + 1
  if (c === '[') return afterBracket(pattern, p, char)
  if (c === '\\') return pattern[p + 1] === char ? p + 2 : -1
  return c === char ? p + 1 : -1
}

/** A bracket lists characters, ranges and classes of them; one that is never closed stands for itself, unless it lists the character. */
function afterBracket(pattern: string, open: number, char: string): number {
  const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^'
  const first = negated ? open + 2 : open + 1
  let found = false
  let p = first
  while (p < pattern.length && (pattern[p] !== ']' || p === first)) {
    const item = itemAt(pattern, p, char)
    if (item === null) return -1
    found ||= item.matches
    p = item.end
  }
  if (p >= pattern.length) return char === '[' && !found ? open + 1 : -1
  return found === negated ? -1 : p + 1
}

/** Something that a bracket lists. */
interface Item {
  readonly matches: boolean
  readonly end: number
}

/** null: no such class or symbol, and the whole pattern matches nothing (glibc, posix/fnmatch_loop.c). */
function itemAt(pattern: string, p: number, char: string): Item | null {
  const [named, name = ''] = /^\[:([a-y]*):\]/.exec(pattern.slice(p)) ?? []
  if (named !== undefined) return Object.hasOwn(CLASSES, name) ? { matches: CLASSES[name]?.test(char) === true, end: p + named.length } : null
  const low = characterAt(pattern, p)
  if (low === null) return null
  const ranges = pattern[low.end] === '-' && low.end + 1 < pattern.length && pattern[low.end + 1] !== ']'
  const high = ranges ? characterAt(pattern, low.end + 1) : low
  return high === null ? null : { matches: low.char <= char && char <= high.char, end: high.end }
}

/** The members of a class in the C locale. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/, alpha: /[A-Za-z]/, blank: /[ \t]/, cntrl: /[\0-\x1f\x7f]/, digit: /[0-9]/, graph: /[!-~]/, lower: /[a-z]/,
  print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /[ \t-\r]/, upper: /[A-Z]/, xdigit: /[0-9A-Fa-f]/,
}

/** A character, escaped or as `[.x.]`, which names nothing longer in the C locale; or all that are equivalent to `x`, which is itself: `[=x=]`. */
function characterAt(pattern: string, p: number): { readonly char: string; readonly end: number } | null {
  if (pattern[p] === '\\' && p + 1 < pattern.length) return { char: pattern.charAt(p + 1), end: p + 2 }
  if (pattern.startsWith('[=', p) && pattern.startsWith('=]', p + 3)) return { char: pattern.charAt(p + 2), end: p + 5 }
  if (!pattern.startsWith('[.', p)) return { char: pattern.charAt(p), end: p + 1 }
  return pattern.indexOf('.]', p + 2) === p + 3 ? { char: pattern.charAt(p + 2), end: p + 5 } : null
}
