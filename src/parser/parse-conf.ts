import type { IToken } from 'chevrotain'
import { confLexer, type BadRestToken, type ConfLexer, type WordToken } from './conf-lexer.ts'
import type { ConfDocument, ConfLine, SyntaxProblem, Token, TokenKind, Word } from './conf-tree.ts'
import { CLASSIC_DIALECT, type Dialect } from './dialect.ts'
import { seenBy, type SeenText } from './dropped.ts'
import { textOf, type SourceFile, type Span } from './source-file.ts'

/** The server reads configuration in pieces of this many bytes, where no newline ends one earlier. */
const PIECE = 1024

/**
 * Parses the text of a redis.conf, valkey.conf or sentinel.conf. Never throws: a line that no
 * server would read is a {@link MalformedLine}, and `print` gives the bytes back as they were.
 *
 * @example parseConf('port 6379\n').lines[0] // { kind: 'directive', name: { value: 'port', … }, args: [{ value: '6379', … }], … }
 */
export function parseConf(bytes: Uint8Array | string, path = 'redis.conf', dialect: Dialect = CLASSIC_DIALECT): ConfDocument {
  const file: SourceFile = { path, text: typeof bytes === 'string' ? bytes : textOf(bytes) }
  const seen = seenBy(file.text, PIECE, dialect)
  const lines = linesOf(seen, file.text.length, confLexer(dialect))
  return { kind: 'conf', file, dialect, lines, dropped: seen.dropped }
}

/** What the tokens of one line add up to. */
interface Draft {
  readonly tokens: Token[]
  readonly words: Word[]
  comment: Token | null
  problem: SyntaxProblem | null
}

const draft = (): Draft => ({ tokens: [], words: [], comment: null, problem: null })

function linesOf(seen: SeenText, length: number, lexer: ConfLexer): ConfLine[] {
  const lines: ConfLine[] = []
  let line = draft()
  let start = 0
  let end = 0
  const finish = (): void => {
    lines.push(lineOf(line, { start, end }, lines.length + 1))
    line = draft()
    start = end
  }
  for (const token of lexer.lexer.tokenize(seen.text).tokens) {
    const span = spanOf(token, seen)
    if (span.start > end) line.tokens.push({ kind: 'dropped', span: { start: end, end: span.start } })
    add(line, token, span, seen, lexer)
    end = span.end
    if (token.tokenType === lexer.newline) finish()
  }
  if (length > end) line.tokens.push({ kind: 'dropped', span: { start: end, end: length } })
  end = length
  if (end > start) finish()
  return lines
}

function spanOf(token: IToken, seen: SeenText): Span {
  const start = token.startOffset
  const end = start + token.image.length
  if (seen.dropped.length === 0) return { start, end }
  return { start: seen.sourceOf(start), end: seen.sourceOf(end - 1) + 1 }
}

function add(line: Draft, token: IToken, span: Span, seen: SeenText, lexer: ConfLexer): void {
  if (token.tokenType === lexer.word) {
    const word = wordOf(token as WordToken, span, seen)
    line.words.push(word)
    line.tokens.push(word)
    return
  }
  const plain: Token = { kind: kindOf(token, lexer), span }
  line.tokens.push(plain)
  if (plain.kind === 'comment') line.comment = plain
  if (plain.kind === 'bad-rest') line.problem = problemOf((token as BadRestToken).payload, seen)
}

function kindOf(token: IToken, lexer: ConfLexer): TokenKind {
  if (token.tokenType === lexer.newline) return 'newline'
  if (token.tokenType === lexer.space) return 'space'
  return token.tokenType === lexer.comment ? 'comment' : 'bad-rest'
}

function wordOf(token: WordToken, span: Span, seen: SeenText): Word {
  const { value, quoted, starts } = token.payload
  if (seen.dropped.length === 0) return { kind: 'word', span, value, quoted, starts }
  const offsets = starts ?? Array.from(value, (_, i) => token.startOffset + i)
  return { kind: 'word', span, value, quoted, starts: offsets.map(seen.sourceOf) }
}

function problemOf(problem: SyntaxProblem, seen: SeenText): SyntaxProblem {
  const { start, end } = problem.span
  return { kind: problem.kind, span: { start: seen.sourceOf(start), end: seen.sourceOf(end - 1) + 1 } }
}

function lineOf(line: Draft, span: Span, number: number): ConfLine {
  const { tokens, words, comment, problem } = line
  if (problem !== null) return { kind: 'malformed', span, number, tokens, words, problem }
  const [name, ...args] = words
  if (name !== undefined) return { kind: 'directive', span, number, tokens, name, args }
  if (comment !== null) return { kind: 'comment', span, number, tokens, comment }
  return { kind: 'blank', span, number, tokens }
}
