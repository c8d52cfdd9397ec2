import type { Word } from '../parser/conf-tree.ts'
import { splitWords, type Dialect } from '../parser/index.ts'
import type { Schema } from '../schema/schema.ts'
import { gluedSecret, isSecretName, nameOf, suggestsSecret } from './secret-names.ts'
import { piecesOf, plainWords, wholeWord, type Secret } from './secret.ts'
import { commandLineSecrets, statementSecrets } from './statement-secrets.ts'

/** What a line that was commented out begins with. */
const STATEMENT = /^(?:user|sentinel|\S*(?:pass|auth|rename|secret|token|pwd))/i

/**
 * What a comment gives away: it is a line that was commented out, a command line, or a sentence that names a value.
 * Most are sentences about the subject, so a word is no secret just because it follows "password".
 */
export function commentSecrets(text: string, start: number, source: string, dialect: Dialect, schema: Schema): readonly Secret[] {
  const marks = /^[#\s]*/.exec(text)?.[0].length ?? 0
  const body = text.slice(marks)
  if (!MENTION.test(body)) return []
  const split = splitWords(body, dialect, start + marks)
  // An apostrophe is no quote.
  const words = split.problem === null ? split.words : plainWords(body, start + marks)
  const [first] = words
  if (first === undefined) return []
  const isStatement = STATEMENT.test(body.slice(0, 80)) || isSecretName(nameOf(first.value))
  return [...(isStatement ? statementSecrets({ words, source, isWhole: false }, schema) : []), ...mentioned(words, source)]
}

/** Most comments hold nothing of the kind, and are not read. */
const MENTION = /user|sentinel|pass|auth|rename|secret|token|pwd|credential|\bpw|_pw|>\S|:\/\/|\s-a\s|requ|mast|prim/i

function mentioned(words: readonly Word[], source: string): readonly Secret[] {
  const pieces = words.flatMap(piecesOf)
  const set = words.findIndex(({ value }, i) => value.toLowerCase() === 'set' && words[i - 1]?.value.toLowerCase() === 'config')
  const isSet = set >= 0 && suggestsSecret(nameOf(words[set + 1]?.value ?? ''))
  return [
    ...(isSet ? words.slice(set + 2).map(wholeWord) : []),
    ...pieces.flatMap((word, i) => (/^>[^>=]/.test(word.value) ? [withSigil(word)] : gluedValue(word, source) ?? (isNamed(word, pieces[i - 1]) ? [wholeWord(word)] : []))),
    ...(words.some(({ value }) => /(?:redis|valkey)-cli$/.test(value)) ? commandLineSecrets(words) : []),
  ]
}

/** `>pw`, as in the line of a user. */
const withSigil = (word: Word): Secret => ({ ...wholeWord(word), span: word.quoted ? word.span : { start: word.span.start + 1, end: word.span.end } })

function gluedValue(word: Word, source: string): readonly Secret[] | null {
  if (!/[:="]/.test(source.slice(word.span.start, word.span.end))) return null
  const glued = gluedSecret(word, source, suggestsSecret)
  return glued === null ? null : [glued]
}

/** Behind a name, an option of a command line included, what does not read like a word of a sentence. */
function isNamed({ value }: Word, before: Word | undefined): boolean {
  if (before === undefined || before.value.startsWith('>')) return false
  const isOption = /^--?\w/.test(before.value)
  if (!isOption && (isProse(value) || before.value.toLowerCase() === 'pass')) return false
  return suggestsSecret(nameOf(before.value))
}

function isProse(word: string): boolean {
  const bare = word.replace(/^[("'<[{]+|[)"'>\]}.,;:!?]+$/g, '')
  return bare === '' || /^(?:[A-Z]?[a-z]+(?:['/.-][a-z]+)*|[A-Z]+|[\x80-\xff]+)$/.test(bare)
}
