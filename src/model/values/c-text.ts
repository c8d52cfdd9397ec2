import { asInt32, leadingInteger } from './integer.ts'

/** What C functions make of text, one char a byte. */

/** What strings are read as that carry no length: all before the first NUL. */
export const cString = (text: string): string => {
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

/** The `int` a text begins with; 0 without one. */
export const atoi = (text: string): number => Number(asInt32(leadingInteger(text).value))

/** `tolower` of the C locale, which the server keeps for letters: ASCII only. */
export const lowered = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
