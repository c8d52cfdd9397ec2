import type { AclDocument, AclLine } from '../parser/acl-tree.ts'
import type { ConfDocument, ConfLine, MalformedLine, Word } from '../parser/conf-tree.ts'
import { splitWords } from '../parser/index.ts'
import type { Span } from '../parser/source-file.ts'
import type { Schema } from '../schema/schema.ts'
import { editDistance as distance } from '../schema/nearest-directives.ts'

/** What is printed in the place of a secret. */
export const MASK = '•••'

const SECRET_DIRECTIVES = ['requirepass', 'masterauth', 'primaryauth', 'tls-key-file-pass', 'tls-client-key-file-pass']
const SUGGESTIVE_NAME = /pass|auth|secret|token|pwd|credential/
const ACL_KEYWORD = /^(?:on|off|nopass|resetpass|reset|clearselectors|(?:skip-)?sanitize-payload|(?:all|reset)(?:keys|channels|dbs)|(?:all|no)commands|db=.*)$/i

/**
 * Where secrets stand in a file, sorted: arguments of secret directives and of near misses of their
 * names, commented-out ones too; targets of rename-command; passwords and hashes of users; and every
 * word but the first of a line that can't be read.
 */
export function secretSpans(document: ConfDocument | AclDocument, schema: Schema): readonly Span[] {
  const spans: Span[] = []
  if (document.kind === 'conf') {
    for (const line of document.lines) spans.push(...secretSpansOfLine(line, document, schema))
  } else {
    for (const line of document.lines()) spans.push(...aclSecrets(line).map(spanOfAclSecret))
  }
  return spans
}

/** {@link secretSpans} of one line. */
export function secretSpansOfLine(
  line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema,
): readonly Span[] {
  if (document.kind === 'acl') return aclSecrets(line as AclLine).map(spanOfAclSecret)
  const conf = line as ConfLine
  if (conf.kind === 'comment') return commentSecrets(conf.comment.span, document, schema)
  if (conf.kind === 'malformed') return restOfLine(conf, document.file.text)
  const isUser = conf.kind === 'directive' && conf.name.value.toLowerCase() === 'user'
  return [...secretWords(conf, schema).map((word) => (isUser ? spanOfAclSecret(word) : word.span)), ...secretInName(conf)]
}

/** The words of a line that are secrets. */
export function secretWords(line: ConfLine, schema: Schema): readonly Word[] {
  if (line.kind === 'malformed') return line.words.slice(1)
  if (line.kind !== 'directive') return []
  return secretArguments(line.name, line.args, schema)
}

/** Passwords, hashes, and words that can only be meant as such, of a line of an ACL file. */
export function aclSecrets(line: AclLine): readonly Word[] {
  if (line.kind === 'blank') return []
  if (line.kind === 'user') return line.words.filter(isAclSecret)
  return line.words.slice(1).filter(isAclSecret)
}

function secretArguments(name: Word, args: readonly Word[], schema: Schema): readonly Word[] {
  const directive = name.value.toLowerCase().replace(/[:=]+$/, '')
  if (directive === 'user') return args.slice(1).filter(isAclSecret)
  if (directive === 'rename-command') return renameSecrets(args, schema)
  if (directive === 'sentinel') return sentinelSecrets(args)
  const facts = schema.directive(directive)
  if (facts !== null) return isSensitive(facts.name, facts.flags) ? args.filter(holdsText) : []
  if (isNear(directive, 'rename-command')) return renameTarget(args)
  if (SECRET_DIRECTIVES.some((secret) => isNear(directive, secret)) || SUGGESTIVE_NAME.test(directive)) return args
  return args.filter(({ value }) => /^[><]./.test(value))
}

export function isSensitive(name: string, flags: readonly string[]): boolean {
  return flags.includes('sensitive') || SECRET_DIRECTIVES.includes(name)
}

/** An empty target removes the command, and one equal to the command changes nothing: neither is a secret. */
function renameTarget([command, ...targets]: readonly Word[]): readonly Word[] {
  return targets.filter(({ value }) => value !== '' && value.toLowerCase() !== command?.value.toLowerCase())
}

/** Source and target may have been swapped: then the secret is what no release calls a command. */
function renameSecrets(args: readonly Word[], { commands }: Schema): readonly Word[] {
  const [source, target] = args
  const isCommand = (word: Word | undefined): boolean => word !== undefined && commands.get(word.value.toLowerCase()) !== null
  return source !== undefined && !isCommand(source) && isCommand(target) ? [source] : renameTarget(args)
}

function sentinelSecrets([subcommand, ...args]: readonly Word[]): readonly Word[] {
  const name = subcommand?.value.toLowerCase() ?? ''
  if (isNear(name, 'auth-pass')) return args.slice(1)
  if (isNear(name, 'sentinel-pass')) return args
  if (isNear(name, 'rename-command')) return renameTarget(args.slice(1))
  return []
}

function isNear(name: string, secret: string): boolean {
  return distance(name, secret, 2) <= 2
}

function holdsText({ value }: Word): boolean {
  return value !== ''
}

/** `>pw`, `#hash` and their like; and a word that no ACL rule looks like, which may be a password without its sigil. */
function isAclSecret({ value }: Word): boolean {
  if (/^[><#!]/.test(value)) return value.length > 1
  return value !== '' && !/^[-+~&%@(]/.test(value) && !ACL_KEYWORD.test(value) && !value.endsWith(')')
}

/** Leaves the sigil to be read. */
function spanOfAclSecret({ value, span, quoted }: Word): Span {
  return !quoted && /^[><#!]/.test(value) ? { start: span.start + 1, end: span.end } : span
}

/** Everything behind the first word, the part that can't be read included. */
function restOfLine({ words, problem, span }: MalformedLine, text: string): readonly Span[] {
  const after = words[0]?.span.end ?? problem.span.start
  const rest = /^(\s*)([^]*?)\s*$/.exec(text.slice(after, span.end))
  const start = after + (rest?.[1]?.length ?? 0)
  const end = start + (rest?.[2]?.length ?? 0)
  return start < end ? [{ start, end }] : []
}

/** `requirepass=secret` is one word, and the name of no directive. */
export function secretInName(line: ConfLine): readonly Span[] {
  if (line.kind !== 'directive') return []
  const { name } = line
  const glued = /^([^:=]+)[:=]./.exec(name.value)
  if (glued?.[1] === undefined || name.quoted) return []
  const written = glued[1].toLowerCase()
  if (!SECRET_DIRECTIVES.some((secret) => isNear(written, secret))) return []
  return [{ start: name.span.start + written.length + 1, end: name.span.end }]
}

function commentSecrets(span: Span, document: ConfDocument, schema: Schema): readonly Span[] {
  const { file, dialect } = document
  const text = file.text.slice(span.start, span.end)
  const marks = /^[#\s]*/.exec(text)?.[0].length ?? 0
  if (!/^(?:user|sentinel|\S*(?:pass|auth|rename|secret|token|pwd))/i.test(text.slice(marks, marks + 80))) return []
  const { words } = splitWords(text.slice(marks), dialect, span.start + marks)
  const [name, ...args] = words
  if (name === undefined) return []
  const line = { kind: 'directive', span, number: 0, tokens: [], name, args } as const
  return secretSpansOfLine(line, document, schema)
}
