import { decodeForDisplay } from '../parser/display.ts'

/** What our own sentences are made of. */
const PLAIN = /^[\x20-\x7e\u2026\u2022]*$/

/**
 * A sentence of ours as it may be shown, whatever stands in it: what a file or an argument holds may have been put in
 * as bytes or as text. Bytes are shown as the text they are; what would steer whoever reads it, as an escape.
 *
 * @example printable('no user `caf\xc3\xa9 \x1b[2J`…') // 'no user `café \\x1b[2J`…'
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text
  // Written here, as in decodeForDisplay, it is only made when it is needed.
  const odd = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu
  return text.replaceAll(odd, (found) => (/[^\0-\xff]/.test(found) ? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}` : decodeForDisplay(found)))
}
