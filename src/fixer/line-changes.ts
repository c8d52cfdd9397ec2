import type { AppliedFix } from './fix-result.ts'
import type { TextEdit } from '../rules/rule.ts'

/** Some lines in the place of others, and whose doing that is. */
export interface LineChange {
  /** Index of the first line removed, or of the line before which lines are added. */
  readonly at: number
  readonly removed: number
  /** Index of the first line added, in the text after. */
  readonly addedAt: number
  readonly added: number
  readonly by: readonly AppliedFix[]
}

/** A stretch of the text: kept from before, or written by fixes. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'written'; readonly length: number; readonly by: readonly AppliedFix[] }

/**
 * What fixes did to one file, as changes of whole lines in order. It follows the edits that are known,
 * pass after pass, instead of comparing texts, so it takes linear time and knows whose each change is.
 */
export function lineChanges(path: string, before: string, after: string, applied: readonly AppliedFix[]): readonly LineChange[] {
  let pieces: readonly Piece[] = [{ kind: 'kept', start: 0, end: before.length }]
  for (const edits of editsByPass(path, applied)) pieces = edited(pieces, edits)
  return wholeLines(pieces, before, after)
}

interface OwnEdit extends TextEdit {
  readonly by: AppliedFix
}

function editsByPass(path: string, applied: readonly AppliedFix[]): Iterable<readonly OwnEdit[]> {
  const passes = new Map<number, OwnEdit[]>()
  for (const by of applied) {
    const edits = passes.get(by.pass) ?? []
    passes.set(by.pass, edits)
    for (const edit of by.edits) if (edit.path === path) edits.push({ ...edit, by })
  }
  // The order that applyEdits takes: an insertion comes before what is replaced at the same place.
  for (const edits of passes.values()) edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return passes.values()
}

/** The pieces after edits whose spans are of the text that the pieces make up. */
function edited(pieces: readonly Piece[], edits: readonly OwnEdit[]): readonly Piece[] {
  const out: Piece[] = []
  const reader = pieceReader(pieces)
  for (const { span, newText, by } of edits) {
    out.push(...reader.upTo(span.start))
    const replaced = reader.upTo(span.end).flatMap((piece) => (piece.kind === 'written' ? piece.by : []))
    out.push({ kind: 'written', length: newText.length, by: [...replaced, by] })
  }
  return [...out, ...reader.upTo(Infinity)]
}

/** Hands out pieces up to an offset of the text they make up, cut where it falls. */
function pieceReader(pieces: readonly Piece[]): { upTo(offset: number): readonly Piece[] } {
  const lengthOf = (piece: Piece): number => (piece.kind === 'kept' ? piece.end - piece.start : piece.length)
  let index = 0
  let rest = pieces[0]
  let done = 0
  return {
    upTo(offset) {
      const taken: Piece[] = []
      while (rest !== undefined && done + lengthOf(rest) <= offset) {
        taken.push(rest)
        done += lengthOf(rest)
        rest = pieces[++index]
      }
      const head = offset - done
      if (rest !== undefined && head > 0) {
        const [first, second] = cut(rest, head)
        taken.push(first)
        rest = second
        done = offset
      }
      return taken
    },
  }
}

function cut(piece: Piece, at: number): readonly [Piece, Piece] {
  if (piece.kind === 'kept') return [{ ...piece, end: piece.start + at }, { ...piece, start: piece.start + at }]
  return [{ ...piece, length: at }, { ...piece, length: piece.length - at }]
}

/** A range of the text before and what stands there in the text after. */
interface Region {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
  readonly by: readonly AppliedFix[]
}

function* regionsOf(pieces: readonly Piece[], length: number): Iterable<Region> {
  let [from, at, newFrom] = [0, 0, 0]
  let by: AppliedFix[] = []
  for (const piece of [...pieces, { kind: 'kept', start: length, end: length } as const]) {
    if (piece.kind === 'written') {
      at += piece.length
      by.push(...piece.by)
      continue
    }
    if (by.length > 0 || piece.start > from) yield { from, to: piece.start, newFrom, newTo: at, by }
    at += piece.end - piece.start
    newFrom = at
    from = piece.end
    by = []
  }
}

function wholeLines(pieces: readonly Piece[], before: string, after: string): readonly LineChange[] {
  const merged: Region[] = []
  for (const region of regionsOf(pieces, before.length)) {
    const last = merged.at(-1)
    const start = region.from === 0 ? 0 : before.lastIndexOf('\n', region.from - 1) + 1
    const joined = last !== undefined && start < last.to
      ? { ...last, to: region.to, newTo: region.newTo, by: [...last.by, ...region.by] }
      : { ...region, from: start, newFrom: region.newFrom - (region.from - start) }
    if (last !== undefined && start < last.to) merged.pop()
    merged.push(toLineEnd(joined, before, after))
  }
  return numbered(merged, before, after)
}

/** Where one of the texts ends within a line, the rest of the line belongs to it. */
function toLineEnd(region: Region, before: string, after: string): Region {
  const isAtStart = (text: string, offset: number): boolean => offset === 0 || text[offset - 1] === '\n'
  if (isAtStart(before, region.to) && isAtStart(after, region.newTo)) return region
  const newline = before.indexOf('\n', region.to)
  const to = newline === -1 ? before.length : newline + 1
  return { ...region, to, newTo: region.newTo + to - region.to }
}

function numbered(regions: readonly Region[], before: string, after: string): readonly LineChange[] {
  let [offset, line, newLine] = [0, 0, 0]
  return regions.flatMap(({ from, to, newFrom, newTo, by }) => {
    const between = linesIn(before.slice(offset, from)).length
    const removed = linesIn(before.slice(from, to))
    const added = linesIn(after.slice(newFrom, newTo))
    const same = commonStart(removed, added)
    const sameEnd = commonStart(removed.slice(same).reverse(), added.slice(same).reverse())
    const change = {
      at: line + between + same,
      removed: removed.length - same - sameEnd,
      addedAt: newLine + between + same,
      added: added.length - same - sameEnd,
      by: [...new Set(by)],
    }
    offset = to
    line += between + removed.length
    newLine += between + added.length
    return change.removed + change.added > 0 ? [change] : []
  })
}

/** Lines with their newlines. */
export function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((line, i) => line !== b[i])
  return end === -1 ? a.length : end
}
