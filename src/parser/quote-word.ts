const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\x07': '\\a' }

/** Blanks and quotes end or change a bare word, control bytes are invisible, and some servers delete 0xFF. */
const NEEDS_QUOTES = /[\0-\x20"'\x7f\xff]/
const NEEDS_ESCAPE = /[\0-\x1f\x7f\xff]/

/**
 * The shortest writing of a value that every server, of any release, reads back as one word with
 * this value: bare, in `'…'`, or in `"…"`. A word that opens with `#` must not be the first of a line.
 *
 * @example quoteWord('a b') // "a b" in double quotes
 */
export function quoteWord(value: string): string {
  if (value !== '' && !NEEDS_QUOTES.test(value)) return value
  const double = `"${value.replace(/[\0-\x1f"\\\x7f\xff]/g, escaped)}"`
  // Within '…' a closing quote after a backslash would not close.
  if (NEEDS_ESCAPE.test(value) || value.endsWith('\\')) return double
  const single = `'${value.replaceAll('\'', '\\\'')}'`
  return single.length < double.length ? single : double
}

function escaped(char: string): string {
  if (char === '"' || char === '\\') return `\\${char}`
  return CONTROLS[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
}
