/** Half-open range `[start, end)` of byte offsets in one file. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One file, held as one char a byte (U+0000 to U+00FF): an offset is a byte offset, and any
 * input, valid UTF-8 or not, survives the round trip.
 */
export interface SourceFile {
  /** What to print, and the key of the file within its project. */
  readonly path: string
  readonly text: string
}

/** A span that knows its file. Everything reported to a user carries one. */
export interface Location {
  readonly path: string
  readonly span: Span
}

const CHUNK = 0x2000

/** Bytes as text of one char a byte. `TextDecoder('latin1')` is windows-1252, so it can't be used. */
export function textOf(bytes: Uint8Array): string {
  const whole = textOfAscii(bytes)
  if (whole !== null) return whole
  let text = ''
  for (let i = 0; i < bytes.length; i += CHUNK) {
    const chunk = bytes.subarray(i, i + CHUNK)
    text += textOfAscii(chunk) ?? (Reflect.apply(String.fromCharCode, null, chunk) as string)
  }
  return text
}

/**
 * The text of what the library was given. A string is taken as one char a byte, as {@link textOf} makes it; one that
 * can't be that, because it has chars above U+00FF, is encoded as UTF-8.
 */
export function sourceText(source: Uint8Array | string): string {
  if (typeof source !== 'string') return textOf(source)
  return /[^\0-\xff]/.test(source) ? textOf(new TextEncoder().encode(source)) : source
}

/** UTF-8 is decoded natively, ten times as fast; and exactly when each byte made one char, none of them for an ill-formed byte. */
function textOfAscii(bytes: Uint8Array): string | null {
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return decoded.length === bytes.length && !decoded.includes('\ufffd') ? decoded : null
}

/** The inverse of {@link textOf}. Chars above U+00FF can't come from a file and are cut to their low byte. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
