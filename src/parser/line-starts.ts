import type { SourceFile } from './source-file.ts'

/** What was found out about a file; kept with it. */
interface KnownLines {
  readonly starts: Uint32Array
  /** No byte above 0x7f: columns are bytes. */
  readonly ascii: boolean
  /** The last answer: the next one on this line is counted from there. */
  last: { start: number; offset: number; units: number }
}
const known = new WeakMap<SourceFile, KnownLines>()

function linesOf(file: SourceFile): KnownLines {
  const found = known.get(file)
  if (found !== undefined) return found
  const lines: KnownLines = {
    starts: findLineStarts(file.text), ascii: !/[\x80-\xff]/.test(file.text), last: { start: -1, offset: 0, units: 0 },
  }
  known.set(file, lines)
  return lines
}

/** The offset of each line of a file, a line after a final newline included. Found on first use, then kept with the file. */
export function lineStarts(file: SourceFile): Uint32Array {
  return linesOf(file).starts
}

function findLineStarts(text: string): Uint32Array {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  const starts = new Uint32Array(count)
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[line++] = at + 1
  return starts
}

/** Where an offset stands: line and column from 1, the column in UTF-16 units of the line read as UTF-8. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** @example positionAt(document.file, directive.name.span.start) // { line: 3, column: 1, offset: 57 } */
export function positionAt(file: SourceFile, offset: number): Position {
  const lines = linesOf(file)
  const { starts } = lines
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const start = starts[low] ?? 0
  return { line: low + 1, column: (lines.ascii ? offset - start : unitsBefore(file.text, start, offset, lines)) + 1, offset }
}

function unitsBefore(text: string, start: number, offset: number, lines: KnownLines): number {
  const { last } = lines
  const units = last.start === start && last.offset <= offset
    ? last.units + utf16Length(text, last.offset, offset)
    : utf16Length(text, start, offset)
  // Never from within a character: its rest would count as bytes that are no UTF-8.
  if (!isContinuation(text.charCodeAt(offset))) lines.last = { start, offset, units }
  return units
}

const isContinuation = (code: number): boolean => code >= 0x80 && code <= 0xbf

/** UTF-16 units of bytes read as UTF-8. Ill-formed bytes are one unit each, as U+FFFD is in a decoder. */
function utf16Length(text: string, start: number, end: number): number {
  let units = 0
  for (let i = start; i < end; units++) {
    const length = sequenceLength(text, i)
    if (length === 4) units++
    i += length
  }
  return units
}

/** The length of the UTF-8 sequence at `at`, 1 where none is well formed (Unicode 15, table 3-7). */
export function sequenceLength(text: string, at: number): number {
  const lead = text.charCodeAt(at)
  if (lead < 0xc2 || lead > 0xf4) return 1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const second = text.charCodeAt(at + 1)
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (!(second >= lowest && second <= highest)) return 1
  for (let i = at + 2; i < at + length; i++) {
    const code = text.charCodeAt(i)
    if (!isContinuation(code)) return 1
  }
  return length
}
