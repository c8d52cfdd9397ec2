import type { AclDocument, AclLine, AclRule, AclUserNode } from './acl-tree.ts'
import { ruleOf, rulesOf } from './acl-rules.ts'
import type { Word } from './conf-tree.ts'
import { CLASSIC_DIALECT, type Dialect } from './dialect.ts'
import { seenBy, type SeenText } from './dropped.ts'
import { lineStarts } from './line-starts.ts'
import { sourceText, type SourceFile } from './source-file.ts'
import { isBlank } from './word.ts'

/** ACL files are read in pieces of this many bytes (`acl.c:ACLLoadFromFile`). */
const PIECE = 1023

/**
 * Parses an ACL file. Lines are read when asked for. Never throws: what is no user is a stray line.
 *
 * @example for (const line of parseAclFile(bytes).lines()) if (line.kind === 'user') line.name.value
 */
export function parseAclFile(bytes: Uint8Array | string, path = 'users.acl', dialect: Dialect = CLASSIC_DIALECT): AclDocument {
  const file: SourceFile = { path, text: sourceText(bytes) }
  const seen = seenBy(file.text, PIECE)
  const seenFile: SourceFile = seen.dropped.length === 0 ? file : { path, text: seen.text }
  const { text } = seenFile
  let count: number | undefined
  return {
    kind: 'acl',
    file,
    dropped: seen.dropped,
    get lineCount() {
      return count ??= file.text === '' ? 0 : Math.max(1, countLines(text))
    },
    * lines() {
      if (file.text === '') return
      let start = 0
      for (let number = 1; number === 1 || start < text.length; number++) {
        const end = endOfLine(text, start)
        yield lineOf(seen, start, end, number, file.text.length, dialect)
        start = end
      }
    },
    line(number) {
      const starts = lineStarts(seenFile)
      const start = starts[number - 1] ?? text.length
      return lineOf(seen, start, starts[number] ?? text.length, number, file.text.length, dialect)
    },
  }
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  return newline < 0 ? text.length : newline + 1
}

function countLines(text: string): number {
  let count = 0
  for (let start = 0; start < text.length; count++) start = endOfLine(text, start)
  return count
}

function lineOf(seen: SeenText, start: number, end: number, number: number, length: number, dialect: Dialect): AclLine {
  const { text } = seen
  const span = {
    start: seen.endOf(start),
    end: end === text.length ? length : seen.endOf(end),
  }
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (from === to) return { kind: 'blank', span, number }
  if (!text.startsWith(USER, from) || from + USER.length > to) return { kind: 'stray', span, number, words: splitAtBlanks(seen, from, to) }
  return new UserLine(seen, span, number, from, to, dialect)
}

/** What a line of a user begins with: exactly this, the blank included. */
const USER = 'user '

/** A class, so that a file of 100,000 users costs no more than is asked of each. */
class UserLine implements AclUserNode {
  readonly kind = 'user'
  readonly span: AclUserNode['span']
  readonly number: number
  readonly #seen: SeenText
  readonly #from: number
  readonly #to: number
  readonly #nameEnd: number
  readonly #dialect: Dialect
  #rules: readonly AclRule[] | null = null

  constructor(seen: SeenText, span: AclUserNode['span'], number: number, from: number, to: number, dialect: Dialect) {
    const blank = seen.text.indexOf(' ', from + USER.length)
    this.span = span
    this.number = number
    this.#seen = seen
    this.#from = from
    this.#to = to
    this.#nameEnd = blank < 0 || blank > to ? to : blank
    this.#dialect = dialect
  }

  get name(): Word { return wordOf(this.#seen, this.#from + USER.length, this.#nameEnd) }
  get text(): string { return this.#seen.text.slice(this.#from, this.#to) }
  get rulesFrom(): number { return Math.min(this.#nameEnd + 1, this.#to) - this.#from }
  get words(): readonly Word[] { return this.#nameEnd === this.#to ? [] : splitAtBlanks(this.#seen, this.#nameEnd + 1, this.#to) }
  get rules(): readonly AclRule[] { return this.#rules ??= rulesOf(this.words, this.#dialect, trimmed) }
  get wordRules(): readonly AclRule[] { return this.words.map(trimmed).map(({ value, span }) => ruleOf(value, span)) }
}

/** No quoting, and each blank separates: two of them have an empty word between. */
function splitAtBlanks(seen: SeenText, from: number, to: number): Word[] {
  const words: Word[] = []
  for (let start = from; start <= to;) {
    const blank = seen.text.indexOf(' ', start)
    const end = blank < 0 || blank > to ? to : blank
    words.push(wordOf(seen, start, end))
    start = end + 1
  }
  return words
}

function wordOf(seen: SeenText, start: number, end: number): Word {
  const value = seen.text.slice(start, end)
  if (seen.dropped.length === 0) return { kind: 'word', span: { start, end }, value, quoted: false, starts: null }
  const starts = Array.from(value, (_, i) => seen.sourceOf(start + i))
  const from = starts[0] ?? seen.endOf(start)
  const to = Math.max(from, seen.endOf(end))
  return { kind: 'word', span: { start: from, end: to }, value, quoted: false, starts: [...starts, to] }
}

/** TAB, CR and LF around a rule are trimmed off. A CR or TAB within it stays. */
function trimmed(word: Word): Word {
  const { value } = word
  let from = 0
  let to = value.length
  while (from < to && isBlank(value.charCodeAt(from))) from++
  while (to > from && isBlank(value.charCodeAt(to - 1))) to--
  if (from === 0 && to === value.length) return word
  const starts = word.starts?.slice(from, to + 1) ?? null
  const start = starts?.[0] ?? word.span.start + from
  const end = starts?.at(-1) ?? word.span.start + to
  return { kind: 'word', span: { start, end }, value: value.slice(from, to), quoted: false, starts }
}
