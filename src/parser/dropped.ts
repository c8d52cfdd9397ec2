import type { Span } from './source-file.ts'

/**
 * What the server sees of a file. It reads with `fgets` in pieces of at most 1024 bytes and appends each
 * as a C string, so a NUL hides the rest of its piece, newline included (`config.c:loadServerConfig`).
 */
export interface SeenText {
  readonly text: string
  /** What was left out, in the order of the source. Empty for nearly every file: then `text` is the source. */
  readonly dropped: readonly Span[]
  /** The source offset of a char of `text`. */
  readonly sourceOf: (offset: number) => number
  /** Where in the source the char before an offset ends. */
  readonly endOf: (offset: number) => number
}

const identity = (offset: number): number => offset

/** Leaves out what the server never sees. `pieceLength` is the most that one read returns. */
export function seenBy(source: string, pieceLength: number): SeenText {
  if (!source.includes('\0')) return { text: source, dropped: [], sourceOf: identity, endOf: identity }
  return without(source, hiddenByNul(source, pieceLength))
}

function hiddenByNul(source: string, pieceLength: number): Span[] {
  const spans: Span[] = []
  let nul = source.indexOf('\0')
  for (let start = 0; nul >= 0 && start < source.length;) {
    const newline = source.indexOf('\n', start)
    const lineEnd = newline < 0 ? source.length : newline + 1
    const end = Math.min(lineEnd, start + pieceLength)
    if (nul < end) {
      spans.push({ start: nul, end })
      nul = source.indexOf('\0', end)
    }
    start = end
  }
  return spans
}

function without(source: string, dropped: readonly Span[]): SeenText {
  const pieces: string[] = []
  /** Where each kept piece begins, in the text and in the source. */
  const textStarts: number[] = []
  const sourceStarts: number[] = []
  let length = 0
  let at = 0
  for (const span of [...dropped, { start: source.length, end: source.length }]) {
    if (span.start > at) {
      textStarts.push(length)
      sourceStarts.push(at)
      pieces.push(source.slice(at, span.start))
      length += span.start - at
    }
    at = span.end
  }
  const sourceOf = (offset: number): number => {
    let low = 0
    let high = textStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((textStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return (sourceStarts[low] ?? 0) + offset - (textStarts[low] ?? 0)
  }
  const endOf = (offset: number): number => offset === 0 ? 0 : sourceOf(offset - 1) + 1
  return { text: pieces.join(''), dropped, sourceOf, endOf }
}
