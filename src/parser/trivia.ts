import type { BlankLine, CommentLine, Token } from './conf-tree.ts'
import type { Span } from './source-file.ts'
import { isBlank } from './word.ts'

/**
 * Nine lines of ten in a stock file are comments, and hardly anybody asks for their tokens, so these are made when
 * asked for: a tree of all of them costs more, at a cold start, than everything else the parser does.
 */
class LazyLine {
  readonly number: number
  protected readonly text: string
  protected readonly start: number
  protected readonly end: number

  constructor(text: string, start: number, end: number, number: number) {
    this.text = text
    this.start = start
    this.end = end
    this.number = number
  }

  get span(): Span {
    return { start: this.start, end: this.end }
  }

  get tokens(): readonly Token[] {
    const { text, start, end } = this
    const rest = text.charCodeAt(end - 1) === 0x0a ? end - 1 : end
    const indent = endOfIndent(text, start, rest)
    const comment = commentOf(text, indent, rest)
    const tokens = [token('space', start, indent), comment, token('space', comment.span.end, rest), token('newline', rest, end)]
    return tokens.filter(({ span }) => span.start < span.end)
  }
}

class LazyBlankLine extends LazyLine implements BlankLine {
  readonly kind = 'blank'
}

class LazyCommentLine extends LazyLine implements CommentLine {
  readonly kind = 'comment'

  get comment(): Token {
    const { text, start, end } = this
    return commentOf(text, endOfIndent(text, start, end), end)
  }
}

/** The line from `start` to `end`, its newline included, which holds nothing but blanks and maybe a comment. */
export function triviaLine(text: string, start: number, end: number, number: number): BlankLine | CommentLine {
  return text.charCodeAt(endOfIndent(text, start, end)) === 0x23
    ? new LazyCommentLine(text, start, end, number)
    : new LazyBlankLine(text, start, end, number)
}

const token = (kind: Token['kind'], start: number, end: number): Token => ({ kind, span: { start, end } })

/** Without the blanks that the server trims off. Empty on a blank line. */
function commentOf(text: string, start: number, end: number): Token {
  let i = end
  while (i > start && isBlank(text.charCodeAt(i - 1))) i--
  return token('comment', start, i)
}

/** The first byte of a line that is not trimmed off it, or its end. */
export function endOfIndent(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== 0x0a) i++
  return i
}
