import type { ConfDocument, ConfLine, Directive, MalformedLine } from '../parser/conf-tree.ts'
import { parseConf } from '../parser/index.ts'
import type { Span } from '../parser/source-file.ts'

/** A line that means something to the server, and where it stands. */
export interface PlacedLine {
  readonly path: string
  readonly node: Directive | MalformedLine
  /** As the server counts it. */
  readonly line: number
}

/** What the server sees of a file. */
interface Seen {
  readonly doc: ConfDocument
  /** Without what NULs hide. */
  readonly text: string
}

/** The end of a file whose last newline is missing, or hidden by a NUL. */
interface OpenEnd {
  readonly doc: ConfDocument
  readonly start: number
  readonly text: string
  /** The line itself, as long as nothing was added to it. */
  readonly own: ConfLine | null
}

/**
 * The lines of texts that the server reads as one: it puts nothing between the matches of a glob, so an open last line and
 * the first line of the next file are one line. What a NUL hides it leaves out file by file, before (measured: redis 7.0 and later).
 */
export function* placedLines(docs: readonly ConfDocument[]): Generator<PlacedLine, void> {
  let above = 0
  let open: OpenEnd | null = null
  for (const doc of docs) {
    const seen = seenOf(doc)
    const last = doc.lines.at(-1)
    if (last === undefined || seen.text === '') continue
    const end: OpenEnd | null = seen.text.endsWith('\n') ? null : openEnd(seen, last)
    const glued: OpenEnd | null = open === null ? null : lengthened(open, seen)
    if (glued !== null && end !== null && doc.lines.length === 1) {
      open = glued
      continue
    }
    if (glued !== null) yield* gluedLine(glued, above + 1)
    yield* meaningful(doc, glued === null ? 0 : 1, end === null ? doc.lines.length : doc.lines.length - 1, above)
    open = end
    above += last.number - (end === null ? 0 : 1)
  }
  if (open !== null) yield* gluedLine(open, above + 1)
}

function seenOf(doc: ConfDocument): Seen {
  const { file: { text }, dropped } = doc
  if (dropped.length === 0) return { doc, text }
  const kept = dropped.map(({ start }, i) => text.slice(dropped[i - 1]?.end ?? 0, start))
  return { doc, text: kept.join('') + text.slice(dropped.at(-1)?.end) }
}

function openEnd({ doc, text }: Seen, own: ConfLine): OpenEnd {
  return { doc, start: own.span.start, text: text.slice(text.lastIndexOf('\n') + 1), own }
}

function lengthened({ doc, start, text }: OpenEnd, next: Seen): OpenEnd {
  const newline = next.text.indexOf('\n')
  return { doc, start, text: text + (newline < 0 ? next.text : next.text.slice(0, newline + 1)), own: null }
}

function* meaningful(doc: ConfDocument, from: number, to: number, above: number): Generator<PlacedLine, void> {
  for (let i = from; i < to; i++) {
    const node = doc.lines[i]
    if (node?.kind === 'directive' || node?.kind === 'malformed') yield { path: doc.file.path, node, line: above + node.number }
  }
}

function* gluedLine(end: OpenEnd, line: number): Generator<PlacedLine, void> {
  const { path } = end.doc.file
  const node = end.own ?? parseConf(end.text, path, end.doc.dialect).lines[0]
  if (node?.kind === 'directive' || node?.kind === 'malformed') yield { path, node: end.own === null ? moved(node, end) : node, line }
}

/** A node parsed on its own, put where its first file holds it; what came from the next file is at that file's end. */
function moved<T extends Directive | MalformedLine>(node: T, { doc, start }: OpenEnd): T {
  const shift = ({ start: from, end: to }: Span): Span => ({ start: inSource(doc, start, from), end: to === 0 ? start : inSource(doc, start, to - 1) + 1 })
  const move = <P extends { readonly span: Span }>(piece: P): P => ({ ...piece, span: clamped(shift(piece.span), doc.file.text.length), starts: null })
  const base = { ...move(node), tokens: node.tokens.map(move) }
  return node.kind === 'directive'
    ? { ...base, name: move(node.name), args: node.args.map(move) }
    : { ...base, words: node.words.map(move), problem: move(node.problem) }
}

const clamped = ({ start, end }: Span, most: number): Span => ({ start: Math.min(start, most), end: Math.min(end, most) })

/** Where the char of what the server sees that is `distance` behind `start` stands in the file. */
function inSource({ dropped }: ConfDocument, start: number, distance: number): number {
  let at = start + distance
  for (const hidden of dropped) if (hidden.start >= start && hidden.start <= at) at += hidden.end - hidden.start
  return at
}
