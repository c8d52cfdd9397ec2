import { decodeForDisplay } from '../parser/display.ts'

const LONGEST = 80

/** A text of a file in backticks, of which it can hold none; a message stays readable whatever stands in a file. */
export function quoted(text: string): string {
  const isLong = text.length > LONGEST
  return `\`${decodeForDisplay(isLong ? text.slice(0, LONGEST - 1) : text).replaceAll('`', "'")}${isLong ? '…' : ''}\``
}
