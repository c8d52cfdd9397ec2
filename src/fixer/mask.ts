import type { Span } from '../parser/source-file.ts'
import { MASK } from './secrets.ts'

export interface MaskedText {
  readonly text: string
  /** Where an offset of the file falls in `text`; one inside a secret falls on its mask. */
  at(offset: number): number
}

/**
 * A piece of a file with its secrets masked. `start` is the offset of the piece; `secrets` are those
 * of the file or of this piece, sorted.
 *
 * @example maskLine('requirepass hunter2', 0, [{ start: 12, end: 19 }]).text // 'requirepass •••'
 */
export function maskLine(text: string, start: number, secrets: readonly Span[]): MaskedText {
  const inside = secrets.filter((span) => span.start < start + text.length && span.end > start)
  let masked = ''
  let done = 0
  const shifts: { readonly from: number; readonly to: number; readonly at: number }[] = []
  for (const span of inside) {
    const from = Math.max(span.start - start, done)
    const to = Math.max(Math.min(span.end - start, text.length), from)
    masked += text.slice(done, from)
    shifts.push({ from, to, at: masked.length })
    masked += MASK
    done = to
  }
  return { text: masked + text.slice(done), at: (offset) => shifted(offset - start, shifts) }
}

function shifted(offset: number, shifts: readonly { readonly from: number; readonly to: number; readonly at: number }[]): number {
  let moved = 0
  for (const { from, to, at } of shifts) {
    if (offset <= from) break
    if (offset < to) return at
    moved = at + MASK.length - to
  }
  return offset + moved
}
