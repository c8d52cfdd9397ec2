import type { AclDocument, AclLine } from '../parser/acl-tree.ts'
import type { ConfDocument, ConfLine, MalformedLine } from '../parser/conf-tree.ts'
import { parseConf } from '../parser/index.ts'
import type { Span } from '../parser/source-file.ts'
import type { Schema } from '../schema/schema.ts'
import { secretsOfAclLine } from './acl-secrets.ts'
import { commentSecrets } from './comment-secrets.ts'
import { plainWords, wholeWord, type Secret } from './secret.ts'
import { statementSecrets } from './statement-secrets.ts'

export { isSensitive } from './secret-names.ts'

/** What is printed in the place of a secret. */
export const MASK = '•••'

/**
 * Where secrets stand in a file, sorted: arguments of secret directives and of near misses of their
 * names, commented-out ones too; targets of rename-command; passwords and hashes of users; what stands behind
 * a secret's name anywhere; and every word but the first of a line that can't be read.
 */
export function secretSpans(document: ConfDocument | AclDocument, schema: Schema): readonly Span[] {
  const spans: Span[] = []
  const lines: Iterable<ConfLine | AclLine> = document.kind === 'conf' ? document.lines : document.lines()
  for (const line of lines) for (const span of secretSpansOfLine(line, document, schema)) spans.push(span)
  return spans
}

/** {@link secretSpans} of one line. */
export function secretSpansOfLine(
  line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema,
): readonly Span[] {
  return apart(secretsOfLine(line, document, schema).map(({ span }) => span))
}

/** Sorted, and those that overlap as one. */
export function apart(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const merged: { start: number, end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** The secrets of one line, in no order. They may overlap. */
export function secretsOfLine(line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema): readonly Secret[] {
  if (document.kind === 'acl') return secretsOfAclLine(line as AclLine, document)
  const conf = line as ConfLine
  const { file: { text } } = document
  const raw = text.slice(conf.span.start, conf.span.end)
  const inUrls = raw.includes('://') ? urlSecrets(raw, conf.span.start) : []
  // To a reader these end a line; the server reads on.
  if (/[\0\r]/.test(raw.trimEnd())) return [...inUrls, ...secretsBetweenReturns(raw, document, schema, conf.span.start), ...secretsAsRead(conf, document, schema, false)]
  return [...inUrls, ...secretsAsRead(conf, document, schema, true)]
}

function secretsBetweenReturns(raw: string, { file, dialect }: ConfDocument, schema: Schema, start: number): readonly Secret[] {
  const document = parseConf(raw.replaceAll(/[\0\r]/g, '\n'), file.path, dialect)
  return document.lines.flatMap((line) => secretsOfLine(line, document, schema))
    .map(({ span, values }) => ({ span: { start: span.start + start, end: span.end + start }, values, word: null }))
}

/** `isWhole`: no other line is hidden in this one. */
function secretsAsRead(line: ConfLine, document: ConfDocument, schema: Schema, isWhole: boolean): readonly Secret[] {
  const { file: { text: source }, dialect } = document
  switch (line.kind) {
    case 'blank': return []
    case 'comment': {
      const { start, end } = line.comment.span
      return isWhole ? commentSecrets(source.slice(start, end), start, source, dialect, schema) : []
    }
    case 'malformed': return [...restOfLine(line, source), ...statementSecrets({ words: plainWords(source.slice(line.span.start, line.span.end), line.span.start), source, isWhole }, schema)]
    case 'directive': return statementSecrets({ words: [line.name, ...line.args], source, isWhole }, schema)
  }
}

/** Everything behind the first word, the part that can't be read included. What of it is a value of a secret is another question. */
function restOfLine({ words: [first, ...words], problem, span }: MalformedLine, source: string): readonly Secret[] {
  const after = first?.span.end ?? problem.span.start
  const rest = /^(\s*)([^]*?)\s*$/.exec(source.slice(after, span.end))
  const start = after + (rest?.[1]?.length ?? 0)
  const end = start + (rest?.[2]?.length ?? 0)
  return [...(start < end ? [{ span: { start, end }, values: [], word: null }] : []), ...words.map((word) => ({ ...wholeWord(word), values: [] }))]
}

/** The password in `redis://user:password@host`. */
function urlSecrets(raw: string, start: number): readonly Secret[] {
  return Array.from(raw.matchAll(/:\/\/[^\s/:@]*:([^\s/@]+)@/g), ({ 0: { length }, 1: password = '', index }) => {
    const from = start + index + length - 1 - password.length
    return { span: { start: from, end: from + password.length }, values: [password], word: null }
  })
}
