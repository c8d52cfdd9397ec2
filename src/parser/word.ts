import type { SyntaxProblem, Word } from './conf-tree.ts'
import type { Dialect } from './dialect.ts'

/** One word read from a line, or the reason why the whole line is refused. Offsets are into the text that was scanned. */
export interface ScannedWord {
  readonly end: number
  readonly value: string
  readonly quoted: boolean
  /** Where each char of `value` begins; null when the value is the text as it stands. */
  readonly starts: readonly number[] | null
  readonly problem: SyntaxProblem | null
}

const TAB = 0x09
const LF = 0x0a
const VT = 0x0b
const FF = 0x0c
const CR = 0x0d
const SPACE = 0x20
const DOUBLE = 0x22
const SINGLE = 0x27
const BACKSLASH = 0x5c

/** Ends a bare word, and is trimmed off lines. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === CR || code === LF
}

/** Is skipped between words: C `isspace()`, which a bare word does not end at (VT and FF are ordinary chars there). */
export function isSpace(code: number): boolean {
  return isBlank(code) || code === VT || code === FF
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }

/**
 * Reads the word that begins at `start` (not a space) of a line that ends at `end`. The rules are
 * those of `sds.c:sdssplitargs`, the same from Redis 2.8 to 8.0; Valkey 9 lets pieces touch.
 */
export function scanWord(text: string, start: number, end: number, dialect: Dialect): ScannedWord {
  const bareEnd = endOfBare(text, start, end)
  if (bareEnd === end || isBlank(text.charCodeAt(bareEnd))) {
    return { end: bareEnd, value: text.slice(start, bareEnd), quoted: false, starts: null, problem: null }
  }
  return scanMixed(text, start, end, dialect)
}

function endOfBare(text: string, start: number, end: number): number {
  let i = start
  while (i < end) {
    const code = text.charCodeAt(i)
    if (code <= SINGLE && (isBlank(code) || code === DOUBLE || code === SINGLE)) break
    i++
  }
  return i
}

/** A word with at least one quote in it. */
function scanMixed(text: string, start: number, end: number, dialect: Dialect): ScannedWord {
  const starts: number[] = []
  let value = ''
  let at = start
  const refused = (kind: SyntaxProblem['kind'], span: SyntaxProblem['span']): ScannedWord => ({
    end: at, value, quoted: true, starts, problem: { kind, span },
  })
  while (at < end) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) break
    if (code === DOUBLE || code === SINGLE) {
      const close = code === DOUBLE ? readDouble(text, at, end, starts) : readSingle(text, at, end, starts)
      if (close === null) return refused('unterminated-quote', { start: at, end: trimmedEnd(text, at, end) })
      value += close.value
      at = close.end
      if (dialect.textMayFollowQuote) continue
      if (at === end || isSpace(text.charCodeAt(at))) break
      return refused('text-after-quote', { start: at, end: endOfRun(text, at, end) })
    }
    const bareEnd = endOfBare(text, at, end)
    for (let i = at; i < bareEnd; i++) starts.push(i)
    value += text.slice(at, bareEnd)
    at = bareEnd
  }
  return { end: at, value, quoted: true, starts, problem: null }
}

interface Piece {
  readonly end: number
  readonly value: string
}

/** From a `"` to behind the closing one; null when there is none. */
function readDouble(text: string, open: number, end: number, starts: number[]): Piece | null {
  let value = ''
  let i = open + 1
  let plain = i
  while (i < end) {
    const code = text.charCodeAt(i)
    if (code === DOUBLE) return { value: value + text.slice(plain, i), end: i + 1 }
    starts.push(i)
    if (code !== BACKSLASH) {
      i++
      continue
    }
    if (i + 1 >= end) return null
    value += text.slice(plain, i)
    const hex = /^x[0-9a-fA-F]{2}/.test(text.slice(i + 1, Math.min(i + 4, end)))
    const escaped = text.charAt(i + 1)
    value += hex ? String.fromCharCode(parseInt(text.slice(i + 2, i + 4), 16)) : CONTROLS[escaped] ?? escaped
    i += hex ? 4 : 2
    plain = i
  }
  return null
}

/** From a `'` to behind the closing one. The only escape is `\'`. */
function readSingle(text: string, open: number, end: number, starts: number[]): Piece | null {
  let value = ''
  let i = open + 1
  let plain = i
  while (i < end) {
    const code = text.charCodeAt(i)
    if (code === SINGLE) return { value: value + text.slice(plain, i), end: i + 1 }
    starts.push(i)
    if (code === BACKSLASH && i + 1 < end && text.charCodeAt(i + 1) === SINGLE) {
      value += text.slice(plain, i)
      plain = i + 1
      i += 2
    } else {
      i++
    }
  }
  return null
}

function endOfRun(text: string, start: number, end: number): number {
  let i = start
  while (i < end && !isBlank(text.charCodeAt(i))) i++
  return i
}

function trimmedEnd(text: string, start: number, end: number): number {
  let i = end
  while (i > start && isBlank(text.charCodeAt(i - 1))) i--
  return i
}

/** The words of a line, and why the server refuses it if it does. */
export interface SplitLine {
  readonly words: readonly Word[]
  readonly problem: SyntaxProblem | null
}

/**
 * Splits a text as the server splits a line, and as it splits again the single argument of a
 * multi-argument directive or the inside of an ACL selector. Spans are moved by `base`, or looked
 * up in it where it tells the source offset of each char. The text ends at a NUL, as it does for the server.
 *
 * @example splitWords('bind 127.0.0.1 "::1"', CLASSIC_DIALECT).words.map((word) => word.value) // ['bind', '127.0.0.1', '::1']
 */
export function splitWords(text: string, dialect: Dialect, base: number | readonly number[] = 0): SplitLine {
  const nul = text.indexOf('\0')
  const end = nul < 0 ? text.length : nul
  const words: Word[] = []
  for (let at = endOfSpace(text, 0, end); at < end; at = endOfSpace(text, at, end)) {
    const scanned = scanWord(text, at, end, dialect)
    if (scanned.problem !== null) {
      return { words, problem: { kind: scanned.problem.kind, span: moved(scanned.problem.span, base) } }
    }
    words.push(wordOf(scanned, at, base))
    at = scanned.end
  }
  return { words, problem: null }
}

function endOfSpace(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i
}

function wordOf(scanned: ScannedWord, start: number, base: number | readonly number[]): Word {
  const span = moved({ start, end: scanned.end }, base)
  const { value, quoted, starts } = scanned
  if (starts !== null) return { kind: 'word', span, value, quoted, starts: starts.map((offset) => sourceOffset(offset, base)) }
  if (typeof base === 'number') return { kind: 'word', span, value, quoted, starts: null }
  return { kind: 'word', span, value, quoted, starts: base.slice(start, scanned.end) }
}

function moved(span: SyntaxProblem['span'], base: number | readonly number[]): SyntaxProblem['span'] {
  if (span.end === span.start) return { start: sourceOffset(span.start, base), end: sourceOffset(span.start, base) }
  return { start: sourceOffset(span.start, base), end: sourceOffset(span.end - 1, base) + 1 }
}

function sourceOffset(offset: number, base: number | readonly number[]): number {
  return typeof base === 'number' ? base + offset : base[offset] ?? (base.at(-1) ?? -1) + 1
}
