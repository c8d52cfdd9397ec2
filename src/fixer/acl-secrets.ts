import type { AclDocument, AclLine } from '../parser/acl-tree.ts'
import type { Word } from '../parser/conf-tree.ts'
import { parseAclFile } from '../parser/index.ts'
import { partOf, piecesOf, plainWords, wholeWord, type Secret } from './secret.ts'

const ACL_KEYWORD = /^(?:on|off|nopass|resetpass|reset|clearselectors|(?:skip-)?sanitize-payload|(?:all|reset)(?:keys|channels|dbs)|(?:all|no)commands|db=.*)$/i

/** Passwords, hashes, and words that can only be meant as such, of a line of an ACL file. */
export function secretsOfAclLine(line: AclLine, { file: { text }, dropped }: Pick<AclDocument, 'file' | 'dropped'>): readonly Secret[] {
  const raw = dropped.length === 0 ? '' : text.slice(line.span.start, line.span.end)
  // Behind a NUL byte the server sees nothing up to the next line; a person sees more of this one.
  return [...(raw.includes('\0') ? secretsBetweenNuls(raw, line.span.start) : []), ...secretsAsRead(line, text)]
}

function secretsAsRead(line: AclLine, text: string): readonly Secret[] {
  if (line.kind === 'blank') return []
  if (line.kind === 'user') return userSecrets(line.name, line.words)
  const [first, ...words] = plainWords(text.slice(line.span.start, line.span.end), line.span.start)
  if (first === undefined) return []
  return (isUserKeyword(first) ? words : [first, ...words]).flatMap(ruleSecrets)
}

function secretsBetweenNuls(raw: string, start: number): readonly Secret[] {
  const document = parseAclFile(raw.replaceAll('\0', '\n'))
  return [...document.lines()].flatMap((line) => secretsOfAclLine(line, document))
    .map((secret) => ({ ...secret, span: { start: secret.span.start + start, end: secret.span.end + start }, word: null }))
}

/** The first word of a user's line, or a slip of it that is known to be one: anything else may be a password. */
const isUserKeyword = ({ value }: Word): boolean => /^\W*(?:user|usr|uesr|users)\W*$/i.test(value)

/** Of a user: what its rules hold, and its name where that can only be a password. */
export function userSecrets(name: Word | undefined, rules: readonly Word[]): readonly Secret[] {
  if (name === undefined) return []
  const [first, ...glued] = piecesOf(name)
  const inName = first !== undefined && /^(?:>.|#[0-9a-f]{64})/.test(first.value) ? [withoutSigil(first)] : []
  return [...inName, ...[...glued, ...rules].flatMap(ruleSecrets)]
}

/** `>pw`, `#hash` and their like, in a selector too; and a word that no rule looks like, which may be a password without its sigil. */
function ruleSecrets(word: Word): readonly Secret[] {
  if (/^[><#!]/.test(word.value)) return word.value.length > 1 ? [withoutSigil(word)] : []
  return piecesOf(word).flatMap((piece) => {
    const open = /^\(*/.exec(piece.value)?.[0].length ?? 0
    const rule = piece.value.slice(open)
    if (/^[><#!]/.test(rule)) return rule.length > 1 ? [partOf(piece, open + 1, piece.value.length)] : []
    const bare = rule.replace(/\)+$/, '')
    return bare === '' || /^[-+~&%@]/.test(bare) || ACL_KEYWORD.test(bare) ? [] : [open === 0 ? wholeWord(piece) : partOf(piece, open, piece.value.length)]
  })
}

/** Leaves the sigil to be read. */
function withoutSigil(word: Word): Secret {
  const { value, quoted, span } = word
  const whole = { ...wholeWord(word), values: [value, value.slice(1)] }
  return quoted ? whole : { ...whole, span: { start: span.start + 1, end: span.end } }
}
