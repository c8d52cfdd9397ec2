import type { Word } from '../parser/conf-tree.ts'
import type { Span } from '../parser/source-file.ts'

/** A secret, where it stands. */
export interface Secret {
  readonly span: Span
  /** What a text that quotes the line may hold of it. */
  readonly values: readonly string[]
  /** The word that is the secret, or that holds it; null: it is part of no word. */
  readonly word: Word | null
}

export const wholeWord = (word: Word): Secret => ({ span: word.span, values: [word.value], word })

/** A part of a word; `from` and `to` count in its value. */
export function partOf(word: Word, from: number, to: number): Secret {
  return { span: spanIn(word, from, to), values: [word.value.slice(from, to), word.value], word }
}

/** Where a part of the value of a word stands in the file. */
function spanIn({ span, starts }: Word, from: number, to: number): Span {
  return { start: starts?.[from] ?? span.start + from, end: starts?.[to] ?? span.start + to }
}

/** What parts words to a reader, whatever the server makes of it: C blanks and controls, and what of Unicode looks like a blank or like nothing. */
const PARTS = /(?:[\x00-\x20]|\xc2\xa0|\xe2\x80[\x80-\x8f\xa8-\xaf]|\xe3\x80\x80|\xef\xbb\xbf)+/

/** A word as a reader would part it: `"requirepass x"` is two. One that holds no blank is given as it is. */
export function piecesOf(word: Word): readonly Word[] {
  const { value, starts } = word
  if (!PARTS.test(value)) return [word]
  const pieces: Word[] = []
  let from = 0
  for (const piece of value.split(PARTED)) {
    const to = from + piece.length
    const isText = !PARTS.test(piece) && piece !== ''
    if (isText) pieces.push({ kind: 'word', value: piece, quoted: false, span: spanIn(word, from, to), starts: starts?.slice(from, to + 1) ?? null })
    from = to
  }
  return pieces
}

/** With what parts them between them. */
const PARTED = new RegExp(`(${PARTS.source})`)

/** The words of a text as a reader would part it, quotes being chars like others. */
export function plainWords(text: string, start: number): readonly Word[] {
  return piecesOf({ kind: 'word', value: text, quoted: false, span: { start, end: start + text.length }, starts: null })
}
