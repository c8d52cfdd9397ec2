import { bytesOf } from './parser/source-file.ts'

/** Text of one char a byte as people read it: UTF-8, with U+FFFD for what is not. */
export function displayed(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return new TextDecoder().decode(bytesOf(text))
  }
  return text
}
