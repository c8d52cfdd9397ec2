/**
 * glob(3) without flags, for hosts that are not a disk: `*`, `?` and `[…]` match within one path
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
  if (c === '\\' && p + 1 < pattern.length) return pattern[p + 1] === char ? p + 2 : -1
  return c === char ? p + 1 : -1
}

/** A bracket lists characters and ranges of them; one that is never closed stands for itself. */
function afterBracket(pattern: string, open: number, char: string): number {
  const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^'
  const first = negated ? open + 2 : open + 1
  let found = false
  let p = first
  while (p < pattern.length && (pattern[p] !== ']' || p === first)) {
    const low = literalAt(pattern, p)
    const ranges = pattern[low.end] === '-' && low.end + 1 < pattern.length && pattern[low.end + 1] !== ']'
    const high = ranges ? literalAt(pattern, low.end + 1) : low
    if (low.char <= char && char <= high.char) found = true
    p = high.end
  }
  if (p >= pattern.length) return char === '[' ? open + 1 : -1
  return found === negated ? -1 : p + 1
}

function literalAt(pattern: string, p: number): { readonly char: string; readonly end: number } {
  const escaped = pattern[p] === '\\' && p + 1 < pattern.length
  return escaped ? { char: pattern.charAt(p + 1), end: p + 2 } : { char: pattern.charAt(p), end: p + 1 }
}
