import type { Word } from '../parser/conf-tree.ts'
import type { Project } from '../model/project.ts'
import { aclSecrets, MASK, secretInName, secretWords } from './secrets.ts'

/** The secrets of a project's files, gathered when first asked. */
export interface SecretValues {
  /** The word stands where secrets stand. */
  has(word: Word): boolean
  /** The text holds one of them, anywhere. */
  isIn(text: string): boolean
  /**
   * A net under messages, which are not meant to hold any: masks what they quote in backticks, and
   * elsewhere what no sentence of ours could hold. A password like `redis` must not garble a message.
   */
  masked(message: string): string
}

export function secretValues(project: Project): SecretValues {
  let gathered: Gathered | null = null
  const known = (): Gathered => (gathered ??= gather(project))
  return {
    has: (word) => known().words.has(word) || /^>.|^#[0-9a-f]{64}$/.test(word.value),
    isIn: (text) => HASH.test(text) || replaceAny(text, known().values, '', false) !== text,
    masked: (message) => maskMessage(message, known()).replace(HASHES, MASK),
  }
}

/** SHA-256, as ACLs hold it. Told by its looks, because a file may hold 100,000. */
const HASH = /[0-9a-f]{64}/
const HASHES = /[0-9a-f]{64}/g

/** A line of an ACL file that holds no secret but hashes. */
const WITHOUT_PLAIN_SECRETS =
  /^user [^ ]*(?: (?:[-+~&%@(][^ ]*|[#!][0-9a-f]{64}|on|off|nopass|resetpass|reset|clearselectors|(?:skip-)?sanitize-payload|(?:all|reset)(?:keys|channels|dbs)|(?:all|no)commands|))*$/i

/** Values as they are searched for: the time a search takes does not depend on how many there are. */
interface Values {
  /** Their first four characters: most texts hold none of these, and need no second look. */
  readonly heads: ReadonlySet<string>
  /** Longest first. */
  readonly byLength: readonly (readonly [length: number, values: ReadonlySet<string>])[]
}
const HEAD = 4

interface Gathered {
  readonly words: ReadonlySet<Word>
  readonly values: Values
  /** Those that can't be part of a sentence of ours. */
  readonly telling: Values
}

function gather(project: Project): Gathered {
  const words = new Set<Word>()
  const values = new Set<string>()
  const add = ({ value }: Pick<Word, 'value'>): void => {
    for (const secret of [value, value.replace(/^[><#!]/, '')]) {
      if (secret.length >= HEAD && !isName(secret, project)) values.add(secret)
    }
  }
  for (const { file, lines } of project.confs.values()) {
    for (const { start, end } of lines.flatMap(secretInName)) add({ value: file.text.slice(start, end) })
    for (const word of lines.flatMap((line) => secretWords(line, project.schema))) {
      words.add(word)
      add(word)
    }
  }
  for (const acl of project.acls.values()) {
    for (const line of acl.lines()) {
      if (line.kind !== 'user' || !WITHOUT_PLAIN_SECRETS.test(line.text)) aclSecrets(line).forEach(add)
    }
  }
  const telling = [...values].filter((value) => value.length >= 8 && /[^a-z]/i.test(value))
  return { words, values: searchable([...values]), telling: searchable(telling) }
}

/** Names and numbers that messages are made of; to hide them would garble every message, and hide nothing. */
function isName(text: string, { schema }: Project): boolean {
  return /^(?:redis|valkey|sentinel|default|\d{1,5})$/i.test(text) || schema.directive(text) !== null
    || schema.commands.get(text.toLowerCase()) !== null
}

function searchable(values: readonly string[]): Values {
  const sets = new Map<number, Set<string>>()
  for (const value of values) {
    const set = sets.get(value.length) ?? new Set()
    sets.set(value.length, set.add(value))
  }
  return { heads: new Set(values.map((value) => value.slice(0, HEAD))), byLength: [...sets].sort(([a], [b]) => b - a) }
}

function maskMessage(message: string, { values, telling }: Gathered): string {
  if (values.heads.size === 0) return message
  const quoted = message.split('`').map((part, i) => (i % 2 === 1 ? replaceAny(part, values, MASK, true) : part))
  return replaceAny(quoted.join('`'), telling, MASK, false)
}

/** `whole`: only where the value is not part of a longer name, as `protected` is of `protected-mode`. */
function replaceAny(text: string, { heads, byLength }: Values, by: string, whole: boolean): string {
  if (!holdsHead(text, heads)) return text
  let replaced = text
  for (const [length, set] of byLength) {
    for (let i = 0; i + length <= replaced.length; i++) {
      if (!set.has(replaced.slice(i, i + length)) || (whole && isWithinName(replaced, i, i + length))) continue
      replaced = replaced.slice(0, i) + by + replaced.slice(i + length)
      i += by.length - 1
    }
  }
  return replaced
}

function holdsHead(text: string, heads: ReadonlySet<string>): boolean {
  for (let i = 0; i + HEAD <= text.length; i++) {
    if (heads.has(text.slice(i, i + HEAD))) return true
  }
  return false
}

function isWithinName(text: string, start: number, end: number): boolean {
  return /[\w-]/.test(text.charAt(start - 1)) || /[\w-]/.test(text.charAt(end))
}
