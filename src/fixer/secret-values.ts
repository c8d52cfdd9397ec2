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

/** By length, longest first: a text is searched once for each length, however many values there are. */
type ByLength = readonly (readonly [length: number, values: ReadonlySet<string>])[]

interface Gathered {
  readonly words: ReadonlySet<Word>
  readonly values: ByLength
  /** Those that can't be part of a sentence of ours. */
  readonly telling: ByLength
}

function gather(project: Project): Gathered {
  const words = new Set<Word>()
  const values = new Set<string>()
  const add = ({ value }: Pick<Word, 'value'>): void => {
    for (const secret of [value, value.replace(/^[><#!]/, '')]) {
      if (secret.length >= 4 && !isName(secret, project)) values.add(secret)
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
  return { words, values: byLength(values), telling: byLength(telling) }
}

/** Names and numbers that messages are made of; to hide them would garble every message, and hide nothing. */
function isName(text: string, { schema }: Project): boolean {
  return /^(?:redis|valkey|sentinel|default|\d{1,5})$/i.test(text) || schema.directive(text) !== null
    || schema.commands.get(text.toLowerCase()) !== null
}

function byLength(values: Iterable<string>): ByLength {
  const sets = new Map<number, Set<string>>()
  for (const value of values) {
    const set = sets.get(value.length) ?? new Set()
    sets.set(value.length, set.add(value))
  }
  return [...sets].sort(([a], [b]) => b - a)
}

function maskMessage(message: string, { values, telling }: Gathered): string {
  if (values.length === 0) return message
  const quoted = message.split('`').map((part, i) => (i % 2 === 1 ? replaceAny(part, values, MASK, true) : part))
  return replaceAny(quoted.join('`'), telling, MASK, false)
}

/** `whole`: only where the value is not part of a longer name, as `protected` is of `protected-mode`. */
function replaceAny(text: string, values: ByLength, by: string, whole: boolean): string {
  let replaced = text
  for (const [length, set] of values) {
    for (let i = 0; i + length <= replaced.length; i++) {
      if (!set.has(replaced.slice(i, i + length)) || (whole && isWithinName(replaced, i, i + length))) continue
      replaced = replaced.slice(0, i) + by + replaced.slice(i + length)
      i += by.length - 1
    }
  }
  return replaced
}

function isWithinName(text: string, start: number, end: number): boolean {
  return /[\w-]/.test(text.charAt(start - 1)) || /[\w-]/.test(text.charAt(end))
}
