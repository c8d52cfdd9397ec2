import { sequenceLength } from './line-starts.ts'

const PLAIN = /^[\x20-\x7e]*$/
const NAMED: Readonly<Record<number, string>> = { 0x09: '\\t', 0x0a: '\\n', 0x0d: '\\r' }

/**
 * Bytes as a person may see them: read as UTF-8, with what is no UTF-8 and what would steer a
 * terminal or hide text shown as an escape. Of two texts cut between characters, the display is that of both joined.
 *
 * @example decodeForDisplay('caf\xc3\xa9 \x1b[2J\xff') // 'café \\x1b[2J\\xff'
 */
export function decodeForDisplay(text: string): string {
  if (PLAIN.test(text)) return text
  let shown = ''
  for (let i = 0; i < text.length;) {
    const length = sequenceLength(text, i)
    shown += length === 1 ? shownByte(text.charCodeAt(i)) : shownChar(codePoint(text, i, length))
    i += length
  }
  return shown
}

function shownByte(code: number): string {
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code)
  return NAMED[code] ?? `\\x${code.toString(16).padStart(2, '0')}`
}

/** Controls of the second block, marks that turn the direction of writing, and what has no width are shown as numbers. */
function shownChar(code: number): string {
  const char = String.fromCodePoint(code)
  // Written here, it is only made when it is needed: that takes a quarter of a millisecond.
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(char) ? `\\u{${code.toString(16)}}` : char
}

function codePoint(text: string, at: number, length: number): number {
  let code = text.charCodeAt(at) & (0xff >> (length + 1))
  for (let i = at + 1; i < at + length; i++) code = (code << 6) | (text.charCodeAt(i) & 0x3f)
  return code
}
