import { createToken, Lexer, type CustomPatternMatcherReturn, type TokenType } from 'chevrotain'
import type { SyntaxProblem } from './conf-tree.ts'
import type { Dialect } from './dialect.ts'
import { isBlank, scanWord, type ScannedWord } from './word.ts'

/** The line of the file that an offset stands on ends here: at its newline, or with the text. */
function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}

/** Only blanks before `offset` on its line. They are trimmed; a VT or FF is not. */
function opensLine(text: string, offset: number): boolean {
  let i = offset - 1
  while (i >= 0 && isBlank(text.charCodeAt(i))) {
    if (text.charCodeAt(i) === 0x0a) return true
    i--
  }
  return i < 0
}

function matchComment(text: string, offset: number): CustomPatternMatcherReturn | null {
  if (!opensLine(text, offset)) return null
  let end = endOfLine(text, offset)
  while (isBlank(text.charCodeAt(end - 1))) end--
  return [text.slice(offset, end)]
}

type Payload<T> = CustomPatternMatcherReturn & { payload?: T }

/** What a word token of the lexer carries: what the scanner read. */
export interface WordToken {
  readonly startOffset: number
  readonly payload: ScannedWord
}
/** What a bad-rest token carries: why the server refuses the line. */
export interface BadRestToken {
  readonly payload: SyntaxProblem
}

const byteRange = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
/** What a word can begin with: any byte but those of `isspace()`. */
const WORD_STARTS: readonly number[] = [...byteRange(0x00, 0x08), ...byteRange(0x0e, 0x1f), ...byteRange(0x21, 0xff)]

/** The lexer of configuration text in one dialect. Every byte has a token, so it never reports an error. */
export interface ConfLexer {
  readonly lexer: Lexer
  readonly newline: TokenType
  readonly space: TokenType
  readonly comment: TokenType
  readonly word: TokenType
  readonly badRest: TokenType
}

export function createConfLexer(dialect: Dialect, skipValidations = true): ConfLexer {
  const matchWord = (text: string, offset: number): CustomPatternMatcherReturn | null => {
    const scanned = scanWord(text, offset, endOfLine(text, offset), dialect)
    if (scanned.problem !== null) return null
    const match: Payload<ScannedWord> = [text.slice(offset, scanned.end)]
    match.payload = scanned
    return match
  }
  const matchBadRest = (text: string, offset: number): CustomPatternMatcherReturn => {
    const end = endOfLine(text, offset)
    const match: Payload<SyntaxProblem | null> = [text.slice(offset, end)]
    match.payload = scanWord(text, offset, end, dialect).problem
    return match
  }
  const newline = createToken({ name: 'Newline', pattern: '\n' })
  const space = createToken({ name: 'Space', pattern: /[ \t\r\v\f]+/, start_chars_hint: [' ', '\t', '\r', '\v', '\f'] })
  const comment = createToken({ name: 'Comment', pattern: matchComment, start_chars_hint: ['#'], line_breaks: false })
  const word = createToken({ name: 'Word', pattern: matchWord, start_chars_hint: [...WORD_STARTS], line_breaks: false })
  const badRest = createToken({ name: 'BadRest', pattern: matchBadRest, start_chars_hint: [...WORD_STARTS], line_breaks: false })
  const lexer = new Lexer([newline, space, comment, word, badRest], {
    positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations,
  })
  return { lexer, newline, space, comment, word, badRest }
}

let classic: ConfLexer | undefined
let joining: ConfLexer | undefined

/** Built on first use: a run that meets one dialect pays for one. */
export function confLexer(dialect: Dialect): ConfLexer {
  if (dialect.textMayFollowQuote) return joining ??= createConfLexer(dialect)
  return classic ??= createConfLexer(dialect)
}
