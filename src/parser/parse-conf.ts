import type { IToken } from 'chevrotain'
import { confLexer, endOfLine, type BadRestToken, type ConfLexer, type WordToken } from './conf-lexer.ts'
import type { ConfDocument, ConfLine, SyntaxProblem, Token, Word } from './conf-tree.ts'
import { CLASSIC_DIALECT, type Dialect } from './dialect.ts'
import { seenBy } from './dropped.ts'
import { linesInSource } from './lines-in-source.ts'
import { sourceText, type SourceFile, type Span } from './source-file.ts'
import { triviaLine } from './trivia.ts'

/** The server reads configuration in pieces of this many bytes, where no newline ends one earlier. */
const PIECE = 1024

/**
 * Parses the text of a redis.conf, valkey.conf or sentinel.conf. Never throws: a line that no
 * server would read is a {@link MalformedLine}, and `print` gives the bytes back as they were.
 *
 * @example parseConf('port 6379\n').lines[0] // { kind: 'directive', name: { value: 'port', … }, args: [{ value: '6379', … }], … }
 */
export function parseConf(bytes: Uint8Array | string, path = 'redis.conf', dialect: Dialect = CLASSIC_DIALECT): ConfDocument {
  const file: SourceFile = { path, text: sourceText(bytes) }
  const seen = seenBy(file.text, PIECE)
  const lines = linesOf(seen.text, confLexer(dialect))
  const { dropped } = seen
  return { kind: 'conf', file, dialect, dropped, lines: dropped.length === 0 ? lines : linesInSource(lines, seen, file.text.length) }
}

/** What the tokens of one line add up to. */
interface Draft {
  readonly tokens: Token[]
  readonly words: Word[]
  problem: SyntaxProblem | null
}

/** One fold over the tokens: a line is closed by its newline, or by the end of the text. */
function linesOf(text: string, lexer: ConfLexer): ConfLine[] {
  const lines: ConfLine[] = []
  let draft: Draft = { tokens: [], words: [], problem: null }
  let start = 0
  for (const token of lexer.lexer.tokenize(text).tokens) {
    if (token.tokenType === lexer.trivia) {
      start += token.image.length
      pushTrivia(lines, text, token.startOffset, start)
      continue
    }
    add(draft, token, lexer)
    if (token.tokenType !== lexer.newline) continue
    const end = token.startOffset + 1
    lines.push(lineOf(draft, { start, end }, lines.length + 1))
    draft = { tokens: [], words: [], problem: null }
    start = end
  }
  if (start < text.length) lines.push(lineOf(draft, { start, end: text.length }, lines.length + 1))
  return lines
}

function add(draft: Draft, token: IToken, lexer: ConfLexer): void {
  if (token.tokenType === lexer.word) {
    const word = (token as WordToken).payload
    draft.words.push(word)
    draft.tokens.push(word)
    return
  }
  const span = { start: token.startOffset, end: token.startOffset + token.image.length }
  if (token.tokenType === lexer.badRest) {
    draft.problem = (token as BadRestToken).payload
    draft.tokens.push({ kind: 'bad-rest', span })
  } else {
    draft.tokens.push({ kind: token.tokenType === lexer.newline ? 'newline' : 'space', span })
  }
}

function lineOf({ tokens, words, problem }: Draft, span: Span, number: number): ConfLine {
  if (problem !== null) return { kind: 'malformed', span, number, tokens, words, problem }
  const [name, ...args] = words
  if (name === undefined) return { kind: 'blank', span, number, tokens }
  return { kind: 'directive', span, number, tokens, name, args }
}

/** Adds the lines of a run of blank lines and comments. */
function pushTrivia(lines: ConfLine[], text: string, from: number, to: number): void {
  for (let start = from; start < to;) {
    const end = Math.min(endOfLine(text, start) + 1, to)
    lines.push(triviaLine(text, start, end, lines.length + 1))
    start = end
  }
}
