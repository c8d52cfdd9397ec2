import type { BlankLine, CommentLine, Token } from './conf-tree.ts'
import type { Span } from './source-file.ts'
import { isBlank } from './word.ts'

/**
 * Nine lines of ten in a stock file are comments, and hardly anybody asks for their tokens, so these are made when
 * asked for: a tree of all of them costs more, at a cold start, than everything else the parser does.
 */
class LazyLine {
  readonly number: number
  readonly #text: string
  readonly #start: number
  readonly #end: number

  constructor(text: string, start: number, end: number, number: number) {
    this.#text = text
    this.#start = start
    this.#end = end
    this.number = number
  }

  get span(): Span {
    return { start: this.#start, end: this.#end }
  }

  get tokens(): readonly Token[] {
    const end = this.#end
    const rest = this.#text.charCodeAt(end - 1) === 0x0a ? end - 1 : end
    const { span } = this.trimmed()
    const tokens: readonly Token[] = [
      token('space', this.#start, span.start), token('comment', span.start, span.end), token('space', span.end, rest), token('newline', rest, end),
    ]
    return tokens.filter(({ span }) => span.start < span.end)
  }

  /** The comment, without the blanks that the server trims off. Empty, and behind all blanks, on a blank line. */
  protected trimmed(): Token {
    const start = endOfIndent(this.#text, this.#start, this.#end)
    let end = this.#end
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--
    return token('comment', start, end)
  }
}

class LazyBlankLine extends LazyLine implements BlankLine {
  readonly kind = 'blank'

  toJSON(): BlankLine {
    const { kind, span, number, tokens } = this
    return { kind, span, number, tokens }
  }
}

class LazyCommentLine extends LazyLine implements CommentLine {
  readonly kind = 'comment'

  get comment(): Token {
    return this.trimmed()
  }

  toJSON(): CommentLine {
    const { kind, span, number, tokens, comment } = this
    return { kind, span, number, tokens, comment }
  }
}

/** The line from `start` to `end`, its newline included, which holds nothing but blanks and maybe a comment. */
export function triviaLine(text: string, start: number, end: number, number: number): BlankLine | CommentLine {
  return text.charCodeAt(start) === 0x23 || text.charCodeAt(endOfIndent(text, start, end)) === 0x23
    ? new LazyCommentLine(text, start, end, number)
    : new LazyBlankLine(text, start, end, number)
}

const token = (kind: Token['kind'], start: number, end: number): Token => ({ kind, span: { start, end } })

/** The first byte of a line that is not trimmed off it, or its end. */
export function endOfIndent(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isBlank(text.charCodeAt(i)) && text.charCodeAt(i) !== 0x0a) i++
  return i
}
