import type { SyntaxProblem, Word } from './conf-tree.ts'
import type { Dialect } from './dialect.ts'

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

const BYTE_FF = '\xff'
const HEX_ESCAPE = /^\\x[0-9a-fA-F]{2}/
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }

/** Where to read, and how. A newline ends a line of a file, and is a blank like others in a value that is split again. */
export interface Scope {
  readonly text: string
  readonly end: number
  readonly newlineEnds: boolean
  readonly dialect: Dialect
}

/**
 * Reads the word that begins at `start`, where no space is, or says why its whole line is refused. The rules are
 * those of `sds.c:sdssplitargs`, the same from Redis 2.8 to 8.0; Valkey has its own from 8.1 on.
 */
export function scanWord(scope: Scope, start: number): Word | SyntaxProblem {
  const { text, end, dialect } = scope
  const bareEnd = endOfBare(text, start, end)
  const ends = bareEnd === end || isBlank(text.charCodeAt(bareEnd))
  const value = text.slice(start, bareEnd)
  if (ends && !(dialect.dropsByteFF && value.includes(BYTE_FF))) {
    return { kind: 'word', span: { start, end: bareEnd }, value, quoted: false, starts: null }
  }
  return scanPieces(scope, start)
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

/** The value of a word, as far as it is read. */
interface Reading {
  readonly scope: Scope
  readonly starts: number[]
  /** Where what was read last ends. */
  read: number
  value: string
}

/** Chars that stand for themselves. */
function keep(reading: Reading, from: number, to: number): void {
  const { starts, scope: { text, dialect: { dropsByteFF } } } = reading
  const piece = text.slice(from, to)
  reading.value += dropsByteFF ? piece.replaceAll(BYTE_FF, '') : piece
  reading.read = to
  for (let i = from; i < to; i++) {
    if (!dropsByteFF || text.charAt(i) !== BYTE_FF) starts.push(i)
  }
}

/** A word that is not its own value: with quotes, or with bytes that are dropped. */
function scanPieces(scope: Scope, start: number): Word | SyntaxProblem {
  const { text, end, dialect } = scope
  const reading: Reading = { scope, starts: [], read: start, value: '' }
  let at = start
  let quoted = false
  while (at < end && !isBlank(text.charCodeAt(at))) {
    const code = text.charCodeAt(at)
    if (code !== DOUBLE && code !== SINGLE) {
      const bareEnd = endOfBare(text, at, end)
      keep(reading, at, bareEnd)
      at = bareEnd
      continue
    }
    quoted = true
    const close = code === DOUBLE ? readDouble(reading, at) : readSingle(reading, at)
    if (close < 0) return { kind: 'unterminated-quote', span: { start: at, end: endOfLine(scope, at) } }
    at = close + 1
    if (dialect.textMayFollowQuote) continue
    if (at === end || isSpace(text.charCodeAt(at))) break
    return { kind: 'text-after-quote', span: { start: at, end: endOfRun(text, at, end) } }
  }
  reading.starts.push(reading.read)
  return { kind: 'word', span: { start, end: at }, value: reading.value, quoted, starts: reading.starts }
}

/** Reads what is in `"…"` and returns where it closes; -1 when it does not. */
function readDouble(reading: Reading, open: number): number {
  const { text, end, newlineEnds } = reading.scope
  let plain = open + 1
  for (let i = plain; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === LF && newlineEnds) return -1
    if (code !== DOUBLE && code !== BACKSLASH) continue
    keep(reading, plain, i)
    if (code === DOUBLE) return i
    if (i + 1 >= end || (newlineEnds && text.charCodeAt(i + 1) === LF)) return -1
    i += readEscape(reading, i) - 1
    plain = i + 1
  }
  return -1
}

/** Reads the escape at `at`, of which at least two chars are there, and returns its length. */
function readEscape(reading: Reading, at: number): number {
  const { starts, scope: { text, end, dialect: { dropsByteFF } } } = reading
  const hex = text.slice(at, Math.min(at + 4, end))
  const isHex = HEX_ESCAPE.test(hex)
  reading.read = at + (isHex ? 4 : 2)
  if (isHex) {
    starts.push(at)
    reading.value += String.fromCharCode(parseInt(hex.slice(2), 16))
    return 4
  }
  const char = hex.charAt(1)
  if (!dropsByteFF || char !== BYTE_FF) {
    starts.push(at)
    reading.value += CONTROLS[char] ?? char
  }
  return 2
}

/** Reads what is in `'…'`, where the only escape is `\'`, and returns where it closes; -1 when it does not. */
function readSingle(reading: Reading, open: number): number {
  const { text, end, newlineEnds } = reading.scope
  let plain = open + 1
  for (let i = plain; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === LF && newlineEnds) return -1
    if (code === BACKSLASH && i + 1 < end && text.charCodeAt(i + 1) === SINGLE) {
      keep(reading, plain, i)
      plain = ++i
    } else if (code === SINGLE) {
      keep(reading, plain, i)
      return i
    }
  }
  return -1
}

function endOfRun(text: string, start: number, end: number): number {
  let i = start
  while (i < end && !isBlank(text.charCodeAt(i))) i++
  return i
}

/** Where the line that `start` stands on ends, without the blanks at its end. */
function endOfLine({ text, end, newlineEnds }: Scope, start: number): number {
  const newline = newlineEnds ? text.indexOf('\n', start) : -1
  let i = newline < 0 ? end : newline
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
 * up in it where it tells the source offset of each char and of the end. The text ends at a NUL, as it does for the server.
 *
 * @example splitWords('bind 127.0.0.1 "::1"', CLASSIC_DIALECT).words.map((word) => word.value) // ['bind', '127.0.0.1', '::1']
 */
export function splitWords(text: string, dialect: Dialect, base: number | readonly number[] = 0): SplitLine {
  const nul = text.indexOf('\0')
  const end = nul < 0 ? text.length : nul
  const scope: Scope = { text, end, newlineEnds: false, dialect }
  const words: Word[] = []
  for (let at = endOfSpace(text, 0, end); at < end; at = endOfSpace(text, at, end)) {
    const scanned = scanWord(scope, at)
    if (scanned.kind !== 'word') return { words, problem: { kind: scanned.kind, span: moved(scanned.span, base) } }
    words.push(base === 0 ? scanned : movedWord(scanned, base))
    at = scanned.span.end
  }
  return { words, problem: null }
}

function endOfSpace(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i
}

function movedWord(word: Word, base: number | readonly number[]): Word {
  const { kind, value, quoted } = word
  const starts = typeof base === 'number' && !word.starts ? null : startsOf(word).map((offset) => sourceOffset(offset, base))
  return { kind, span: moved(word.span, base), value, quoted, starts }
}

function moved(span: SyntaxProblem['span'], base: number | readonly number[]): SyntaxProblem['span'] {
  return { start: sourceOffset(span.start, base), end: sourceOffset(span.end, base) }
}

function sourceOffset(offset: number, base: number | readonly number[]): number {
  return typeof base === 'number' ? base + offset : base[offset] ?? base.at(-1) ?? 0
}

/** {@link Word.starts}, of any word. */
export function startsOf(word: Word): readonly number[] {
  return word.starts ?? Array.from({ length: word.value.length + 1 }, (_, i) => word.span.start + i)
}
