import { createToken, Lexer, type CustomPatternMatcherReturn, type TokenType } from 'chevrotain'
import type { SyntaxProblem, Word } from './conf-tree.ts'
import type { Dialect } from './dialect.ts'
import { endOfIndent } from './trivia.ts'
import { scanWord } from './word.ts'

/** The line that an offset stands on ends here: at its newline, or with the text. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}

/** Whole lines that say nothing to the server: blank ones and comments, as many as follow each other. */
function matchTrivia(text: string, offset: number): CustomPatternMatcherReturn | null {
  if (offset > 0 && text.charCodeAt(offset - 1) !== 0x0a) return null
  let end = offset
  while (end < text.length) {
    let code = text.charCodeAt(end)
    if (code !== 0x23 && code !== 0x0a) {
      const first = endOfIndent(text, end, text.length)
      code = text.charCodeAt(first)
      if (first < text.length && code !== 0x0a && code !== 0x23) break
    }
    const newline = text.indexOf('\n', end)
    end = newline < 0 ? text.length : newline + 1
  }
  return end === offset ? null : [text.slice(offset, end)]
}

type Match<T> = CustomPatternMatcherReturn & { payload?: T }

/** What a word token of the lexer carries. */
export interface WordToken {
  readonly payload: Word
}
/** What a bad-rest token carries: why the server refuses the line. */
export interface BadRestToken {
  readonly payload: SyntaxProblem
}

const byteRange = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
/** What a word can begin with: any byte but those of `isspace()`. */
const wordStarts = (): number[] => [...byteRange(0x00, 0x08), ...byteRange(0x0e, 0x1f), ...byteRange(0x21, 0xff)]

/** The lexer of configuration text in one dialect. Every byte has a token, so it never reports an error. */
export interface ConfLexer {
  readonly lexer: Lexer
  readonly trivia: TokenType
  readonly newline: TokenType
  readonly space: TokenType
  readonly word: TokenType
  readonly badRest: TokenType
}

export function createConfLexer(dialect: Dialect, skipValidations = true): ConfLexer {
  const matchWord = (text: string, offset: number): CustomPatternMatcherReturn | null => {
    const scanned = scanWord({ text, end: text.length, newlineEnds: true, dialect }, offset)
    if (scanned.kind !== 'word') return null
    const match: Match<Word> = [text.slice(offset, scanned.span.end)]
    match.payload = scanned
    return match
  }
  const matchBadRest = (text: string, offset: number): CustomPatternMatcherReturn => {
    const match: Match<Word | SyntaxProblem> = [text.slice(offset, endOfLine(text, offset))]
    match.payload = scanWord({ text, end: text.length, newlineEnds: true, dialect }, offset)
    return match
  }
  const custom = { line_breaks: false, start_chars_hint: wordStarts() }
  const trivia = createToken({ name: 'Trivia', pattern: matchTrivia, line_breaks: true, start_chars_hint: [' ', '\t', '\r', '\n', '#'] })
  const newline = createToken({ name: 'Newline', pattern: /\n/, line_breaks: true, start_chars_hint: ['\n'] })
  const space = createToken({ name: 'Space', pattern: /[ \t\r\v\f]+/, start_chars_hint: [' ', '\t', '\r', '\v', '\f'] })
  const word = createToken({ name: 'Word', pattern: matchWord, ...custom })
  const badRest = createToken({ name: 'BadRest', pattern: matchBadRest, ...custom })
  const lexer = new Lexer([trivia, newline, space, word, badRest], {
    positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations,
  })
  return { lexer, trivia, newline, space, word, badRest }
}

const lexers = new Map<string, ConfLexer>()

/** Built on first use: a run that meets one dialect pays for one. */
export function confLexer(dialect: Dialect): ConfLexer {
  const key = `${dialect.textMayFollowQuote} ${dialect.dropsByteFF}`
  const known = lexers.get(key)
  if (known !== undefined) return known
  const lexer = createConfLexer(dialect)
  lexers.set(key, lexer)
  return lexer
}
