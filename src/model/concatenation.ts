import type { ConfDocument, ConfLine, Directive, MalformedLine } from '../parser/conf-tree.ts'
import { parseConf, type Dialect } from '../parser/index.ts'
import type { Span } from '../parser/source-file.ts'

/** A line that means something to the server, and where it stands. */
export interface PlacedLine {
  readonly path: string
  readonly node: Directive | MalformedLine
  /** As the server counts it. */
  readonly line: number
}

/** The end of a file that has no final newline. */
interface OpenEnd {
  readonly path: string
  readonly start: number
  readonly fileEnd: number
  readonly text: string
  /** The line itself, as long as nothing was added to it. */
  readonly own: ConfLine | null
}

/**
 * The lines of texts that the server reads as one: it puts nothing between the matches of a glob,
 * so an open last line and the first line of the next file are one line (measured: redis 7.0 and later).
 */
export function* placedLines(docs: readonly ConfDocument[]): Generator<PlacedLine, void> {
  let above = 0
  let open: OpenEnd | null = null
  for (const doc of docs) {
    const last = doc.lines.at(-1)
    if (last === undefined) continue
    const end: OpenEnd | null = doc.file.text.endsWith('\n') ? null : openEnd(doc, last)
    const glued: OpenEnd | null = open === null ? null : lengthened(open, doc)
    if (glued !== null && end !== null && doc.lines.length === 1) {
      open = glued
      continue
    }
    if (glued !== null) yield* gluedLine(glued, doc.dialect, above + 1)
    yield* meaningful(doc, glued === null ? 0 : 1, end === null ? doc.lines.length : doc.lines.length - 1, above)
    open = end
    above += last.number - (end === null ? 0 : 1)
  }
  const dialect = docs[0]?.dialect
  if (open !== null && dialect !== undefined) yield* gluedLine(open, dialect, above + 1)
}

function openEnd(doc: ConfDocument, own: ConfLine): OpenEnd {
  const { path, text } = doc.file
  return { path, start: own.span.start, fileEnd: text.length, text: text.slice(own.span.start), own }
}

function lengthened({ path, start, fileEnd, text }: OpenEnd, next: ConfDocument): OpenEnd {
  return { path, start, fileEnd, text: text + next.file.text.slice(0, next.lines[0]?.span.end), own: null }
}

function* meaningful(doc: ConfDocument, from: number, to: number, above: number): Generator<PlacedLine, void> {
  for (let i = from; i < to; i++) {
    const node = doc.lines[i]
    if (node?.kind === 'directive' || node?.kind === 'malformed') yield { path: doc.file.path, node, line: above + node.number }
  }
}

function* gluedLine(end: OpenEnd, dialect: Dialect, line: number): Generator<PlacedLine, void> {
  const node = end.own ?? parseConf(end.text, end.path, dialect).lines[0]
  if (node?.kind === 'directive' || node?.kind === 'malformed') yield { path: end.path, node: end.own === null ? moved(node, end) : node, line }
}

/** A node parsed on its own, put where its first file holds it; what came from the next file is at that file's end. */
function moved<T extends Directive | MalformedLine>(node: T, { start, fileEnd }: OpenEnd): T {
  const shift = (span: Span): Span => ({ start: Math.min(start + span.start, fileEnd), end: Math.min(start + span.end, fileEnd) })
  const move = <P extends { readonly span: Span }>(piece: P): P => ({ ...piece, span: shift(piece.span), starts: null })
  const base = { ...move(node), tokens: node.tokens.map(move) }
  return node.kind === 'directive'
    ? { ...base, name: move(node.name), args: node.args.map(move) }
    : { ...base, words: node.words.map(move), problem: move(node.problem) }
}
