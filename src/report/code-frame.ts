import type { Span } from '../parser/index.ts'
import { columns } from './columns.ts'
import { shown, type SourceLine } from './source-line.ts'

export interface CodeFrame {
  readonly line: string
  /** Blanks, then carets under the words. */
  readonly marks: string
}

/** Bytes to look at on each side of the words: a line may be a megabyte long. */
const AROUND = 400

/** A line of a file cut to `width` columns around a span of it, and the marks beneath. */
export function codeFrame(source: SourceLine, span: Span, width: number): CodeFrame {
  const { from, to } = marked(source, span)
  const end = source.start + source.text.length
  const words = clipEnd(shown(source, from, Math.min(to, from + AROUND)), width)
  const before = shown(source, Math.max(source.start, from - AROUND), from)
  const after = shown(source, to, Math.min(end, to + AROUND))
  const room = width - columns(words)
  const left = clipStart(before, Math.max(Math.floor(room / 2), room - columns(after)))
  const right = clipEnd(after, room - columns(left))
  return { line: `${left}${words}${right}`.trimEnd(), marks: ' '.repeat(columns(left)) + '^'.repeat(Math.max(columns(words), 1)) }
}

/** The part of a span within the line; a secret that it cuts is taken whole. */
function marked({ text, start, secrets }: SourceLine, span: Span): { readonly from: number; readonly to: number } {
  const end = start + text.length
  let from = Math.min(Math.max(span.start, start), end)
  let to = Math.min(Math.max(span.end, from), end)
  for (const secret of secrets) {
    if (secret.start < from && from < secret.end) from = secret.start
    if (secret.start < to && to < secret.end) to = secret.end
  }
  return { from, to }
}

const CUT = '…'

const clipEnd = (text: string, width: number): string =>
  columns(text) <= width ? text : width < 1 ? '' : fitting(Array.from(text), width - 1).join('') + CUT

const clipStart = (text: string, width: number): string =>
  columns(text) <= width ? text : width < 1 ? '' : CUT + fitting(Array.from(text).reverse(), width - 1).reverse().join('')

/** As many of the first characters as fit. */
function fitting(chars: readonly string[], width: number): string[] {
  let taken = 0
  const end = chars.findIndex((char) => (taken += columns(char)) > width)
  return chars.slice(0, end === -1 ? chars.length : end)
}
