import type { Word } from '../parser/conf-tree.ts'
import type { Project } from '../model/project.ts'
import { decodeForDisplay } from '../parser/index.ts'
import type { Span } from '../parser/source-file.ts'
import { printable } from './printable.ts'
import { MASK, secretsOfLine } from './secrets.ts'

/** The secrets of a project's files, gathered when first asked. */
export interface SecretValues {
  /** The word is a secret, or holds one. */
  has(word: Word): boolean
  /** The text holds one of them, anywhere. */
  isIn(text: string): boolean
  /** Where a line that says nothing to the server, or is new, holds one of them as a word. `start` is the offset of the text. */
  spansIn(text: string, start: number): readonly Span[]
  /**
   * A message as it may be shown: a net under messages, which are not meant to hold any. Masks what they quote, and
   * elsewhere what no sentence of ours could hold; a password like `redis` must not garble a message. What would steer
   * a terminal, or is no text, is escaped.
   */
  masked(message: string): string
}

const known = new WeakMap<Project, SecretValues>()

export function secretValues(project: Project): SecretValues {
  const values = known.get(project) ?? valuesOf(project)
  known.set(project, values)
  return values
}

function valuesOf(project: Project): SecretValues {
  let gathered: Gathered | null = null
  const known = (): Gathered => (gathered ??= gather(project))
  return {
    has: (word) => known().words.has(word) || /^>.|^#[0-9a-f]{64}$/.test(word.value) || (word.value.length >= HEAD && known().exact.has(word.value)),
    isIn: (text) => HASH.test(text) || found(text, known().values, false).length > 0,
    spansIn: (text, start) => {
      const { values, telling } = known()
      // Those that tell are some of them.
      if (!holdsHead(text, values.heads)) return []
      return [...found(text, values, true), ...found(text, telling, false)].map(([from, to]) => ({ start: start + from, end: start + to }))
    },
    masked: (message) => printable(maskMessage(message, known()).replace(HASHES, MASK)),
  }
}

/** SHA-256, as ACLs hold it. Told by its looks, because a file may hold 100,000. */
const HASH = /[0-9a-f]{64}/
const HASHES = /[0-9a-f]{64}/g

/** A line of an ACL file that holds no secret but hashes. */
const WITHOUT_PLAIN_SECRETS =
  /^user (?![>#])[!-~]*(?: (?:[-+~&%@][!-~]*|[#!][0-9a-f]{64}|on|off|nopass|resetpass|reset|clearselectors|(?:skip-)?sanitize-payload|(?:all|reset)(?:keys|channels|dbs)|(?:all|no)commands|))*$/i

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
  /** As they stand, however short. */
  readonly exact: ReadonlySet<string>
  readonly values: Values
  /** Those that can't be part of a sentence of ours. */
  readonly telling: Values
}

function gather(project: Project): Gathered {
  const words = new Set<Word>()
  const exact = new Set<string>()
  for (const document of [...project.confs.values(), ...project.acls.values()]) {
    for (const line of document.kind === 'conf' ? document.lines : document.lines()) {
      // A comment is no part of what a server says, nor do rules quote it.
      if (line.kind === 'comment') continue
      if (line.kind === 'user' && document.dropped.length === 0 && WITHOUT_PLAIN_SECRETS.test(line.text)) continue
      for (const secret of secretsOfLine(line, document, project.schema)) {
        if (secret.word !== null) words.add(secret.word)
        for (const value of secret.values.flatMap(formsOf)) if (!isName(value, project)) exact.add(value)
      }
    }
  }
  const values = [...exact].filter((value) => value.length >= HEAD)
  const telling = values.filter((value) => value.length >= 8 && /[^a-z]/i.test(value))
  return { words, exact, values: searchable(values), telling: searchable(telling) }
}

/** A secret as texts may hold it: without a sigil or a quote that was never closed, and as it is shown. */
function formsOf(value: string): readonly string[] {
  const bare = value.replace(/^[><#!"']/, '')
  const forms = bare === value ? [value] : bare === '' ? [] : [value, bare]
  if (SHOWN_AS_IT_IS.test(value)) return forms
  return forms.flatMap((form) => [form, decodeForDisplay(form)]).flatMap((form) => [form, form.replaceAll('`', "'")])
}

const SHOWN_AS_IT_IS = /^[\x20-_a-~]+$/

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

/** What is quoted: in backticks by us, in single quotes by a server. An apostrophe within a word opens no quote. */
const QUOTED = /(`)([^`]*)`|(?<!\w)(')(.*?)'(?!\w)/g

function maskMessage(message: string, { exact, values, telling }: Gathered): string {
  if (exact.size === 0) return message
  const quoted = message.replaceAll(QUOTED, (_, tick: string | undefined, ours: string | undefined, quote: string | undefined, theirs: string | undefined) => {
    const [mark, text] = [tick ?? quote ?? '', ours ?? theirs ?? '']
    // A short one is told from a word of ours only where a server quotes it.
    return `${mark}${tick === undefined && exact.has(text) ? MASK : replaced(text, found(text, values, true))}${mark}`
  })
  return replaced(quoted, found(quoted, telling, false))
}

type Range = readonly [from: number, to: number]

/** Where values stand, disjoint and sorted; of two that overlap the longer one. `whole`: only where it is not part of a longer name, as `protected` is of `protected-mode`. */
function found(text: string, { heads, byLength }: Values, whole: boolean): readonly Range[] {
  if (!holdsHead(text, heads)) return []
  const ranges: Range[] = []
  const taken = new Uint8Array(text.length)
  for (const [length, set] of byLength) {
    for (let i = 0; i + length <= text.length; i++) {
      // Those before were longer, so that one between two ends of this would be a part of it.
      if (taken[i] === 1 || taken[i + length - 1] === 1 || !set.has(text.slice(i, i + length))) continue
      if (whole && isWithinName(text, i, i + length)) continue
      taken.fill(1, i, i + length)
      ranges.push([i, i + length])
      i += length - 1
    }
  }
  return ranges.sort(([a], [b]) => a - b)
}

function replaced(text: string, ranges: readonly Range[]): string {
  let shown = ''
  let at = 0
  for (const [from, to] of ranges) {
    shown += text.slice(at, from) + MASK
    at = to
  }
  return shown + text.slice(at)
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
