const HASH = 0x23
const AMPERSAND = 0x26
const TILDE = 0x7e
const GREATER = 0x3e
const BLANK = 0x20

/** Rules whose effect depends on more than themselves and what came before, or that reach over several words. */
const NEEDS_READING: ReadonlySet<number> = new Set(['<', '!', '%', '('].map((sigil) => sigil.charCodeAt(0)))

/**
 * A line of an ACL file without what is different in each: patterns and passwords, of which only the sigil is kept. Two lines of
 * one shape allow the same commands, and differ in nothing but patterns and passwords. null: rules have to be looked at one by one.
 */
export function lineShape(text: string, from: number): string | null {
  let shape = ''
  let kept = from
  for (let at = from; at < text.length;) {
    const blank = text.indexOf(' ', at)
    const end = blank < 0 ? text.length : blank
    const sigil = text.charCodeAt(at)
    if (NEEDS_READING.has(sigil) || sigil < BLANK) return null
    if (isOwn(text, at, end, sigil)) {
      if (!isSound(text, at, end, sigil)) return null
      shape += text.slice(kept, at + 1)
      kept = end
    }
    at = end + 1
  }
  return shape + text.slice(kept)
}

/** `~*` and `&*` mean the same for everybody. */
function isOwn(text: string, at: number, end: number, sigil: number): boolean {
  if (sigil === GREATER || sigil === HASH) return true
  return (sigil === TILDE || sigil === AMPERSAND) && !(end === at + 2 && text[at + 1] === '*')
}

/** No server refuses it, and nothing is trimmed off it. */
function isSound(text: string, at: number, end: number, sigil: number): boolean {
  if (sigil === HASH && end - at !== 65) return false
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < BLANK || (sigil === HASH && !isHexDigit(code))) return false
  }
  return true
}

const isHexDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66)
