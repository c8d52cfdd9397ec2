import { bytesOf } from './parser/source-file.ts'
import type { Position } from './diagnostic.ts'

/** Text of one char a byte as people read it: UTF-8, with U+FFFD for what is not. */
export function displayed(text: string): string {
  return isAscii(text) ? text : new TextDecoder().decode(bytesOf(text))
}

/** Finds line and column of offsets in one text; the table of lines is made once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text)
  const plain = new Map<number, boolean>()
  return (offset) => {
    const line = lastAtOrBefore(starts, offset)
    const start = starts[line] ?? 0
    const isPlain = plain.get(line) ?? isAscii(text.slice(start, starts[line + 1]))
    plain.set(line, isPlain)
    const column = isPlain ? offset - start : displayed(text.slice(start, offset)).length
    return { line: line + 1, column: column + 1, offset }
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) return false
  }
  return true
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
