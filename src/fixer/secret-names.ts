import type { Word } from '../parser/conf-tree.ts'
import { editDistance } from '../schema/nearest-directives.ts'
import { knownWhere, type Schema } from '../schema/index.ts'
import { partOf, type Secret } from './secret.ts'

/** What a release calls a secret. The statements of a sentinel are the last two. */
const NAMES = ['requirepass', 'masterauth', 'primaryauth', 'tls-key-file-pass', 'tls-client-key-file-pass', 'auth-pass', 'sentinel-pass']
const DIRECTIVES = NAMES.slice(0, -2)

const SUGGESTIVE = /pass|auth|secret|token|pwd|credential|(?:^|[_.-])pw(?:[_.-]|$)/
/** Of words that are not the first: an argument may well be called `author`. */
const ENDS_SUGGESTIVE = /(?:(?<!no|reset)pass(?:word|wd|phrase|code)?|auth|secret|token|pwd|credentials?|(?:^|[_.-])pw)$/

/** A word as a name: without what is stuck to its ends, be it a dash, a quote, a mark of byte order or a colon. */
export const nameOf = (text: string): string => text.toLowerCase().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')

export const isNear = (name: string, secret: string): boolean => editDistance(name, secret, 2) <= 2

export function isSensitive(name: string, flags: readonly string[]): boolean {
  return flags.includes('sensitive') || DIRECTIVES.includes(name)
}

/** The name of a secret, or a slip of one. */
export const isSecretName = (name: string): boolean => meantBy(name) !== null

/** The words of comments are asked for again and again. */
const met = new Map<string, string | null>()
const MOST_MET = 4096

/** More than two slips away from the shortest name: most arguments are no longer. */
const TOO_SHORT = Math.min(...NAMES.map((name) => name.length)) - 3

/** A word that is long enough to be the name of a secret, or to begin with it. */
export const couldName = ({ span }: Word): boolean => span.end - span.start > TOO_SHORT

/** The secret that a name may be a slip of. */
function meantBy(name: string): string | null {
  if (name.length <= TOO_SHORT) return null
  const known = met.get(name)
  if (known !== undefined) return known
  if (met.size >= MOST_MET) met.clear()
  const meant = NAMES.find((secret) => secret === name) ?? NAMES.find((secret) => isNear(name, secret)) ?? null
  met.set(name, meant)
  return meant
}

/** Within a line that is about something else: `master-auth` is a slip of `masterauth`, and a host. */
export function isSecretArgument(name: string): boolean {
  const meant = meantBy(name)
  return meant !== null && (meant === name || meant.endsWith('pass'))
}

/** A name that no release gives to what follows it, where the names of all secrets may be meant. */
export const suggestsSecret = (name: string): boolean => isSecretArgument(name) || (ENDS_SUGGESTIVE.test(name) && /^[\w.-]+$/.test(name))

/** As the first word of a line: what it is called says that a secret follows. */
export function announcesSecret(name: string, schema: Schema): boolean {
  const facts = schema.directive(name)
  if (facts !== null) return isSensitive(facts.name, facts.flags)
  return isSecretName(name) || (SUGGESTIVE.test(name) && !name.endsWith('user') && knownWhere(name) === null)
}

/** What holds a name and a value together where a blank should. */
const GLUED = /^(["']?-{0,2})([\w.-]+)[:=]*([^:=][^]*)$/

/**
 * What is stuck to a name, where the name says that it is a secret: `requirepass=x`, `requirepass"x"`, `requirepassx`.
 * Quotes are no part of a value, so it is looked for in the source too.
 */
export function gluedSecret(word: Word, source: string, isName: (name: string) => boolean): Secret | null {
  const raw = source.slice(word.span.start, word.span.end)
  const written = glued(raw, isName)
  if (written === null) return null
  const read = glued(word.value, isName) ?? begun(word.value)
  const { start } = word.span
  const inWord = read === null ? [word.value] : partOf(word, read.from, read.to).values
  return { span: { start: start + written.from, end: start + written.to }, values: [raw.slice(written.from, written.to), ...inWord], word }
}

interface Part {
  readonly from: number
  readonly to: number
}

function glued(text: string, isName: (name: string) => boolean): Part | null {
  const [, open = '', name = '', rest = ''] = GLUED.exec(text) ?? []
  // Where the name is the whole word, the pattern takes its last char for the rest.
  const isWhole = /^[\w.-]/.test(rest) && !/[:=]/.test(text.charAt(open.length + name.length))
  if (rest === '' || isWhole || !isName(nameOf(name))) return begun(text)
  const closes = /^["']/.test(open) && text.endsWith(open.charAt(0)) ? 1 : 0
  const part = { from: text.length - rest.length, to: text.length - closes }
  // A comma is no value.
  return /[^\s,.;:!?)\]}"']/.test(text.slice(part.from, part.to)) ? part : null
}

/** The blank was forgotten, and nothing stands in its place. A letter or two more are a slip in the name. */
function begun(text: string): Part | null {
  const open = /^["']?-{0,2}/.exec(text)?.[0].length ?? 0
  const lower = text.slice(open).toLowerCase()
  const name = DIRECTIVES.find((directive) => lower.startsWith(directive) && lower.length > directive.length + 2)
  return name === undefined ? null : { from: open + name.length, to: text.length }
}
