import type { Word } from '../parser/conf-tree.ts'
import { knownWhere, type Schema } from '../schema/index.ts'
import { userSecrets } from './acl-secrets.ts'
import { announcesSecret, couldName, gluedSecret, isNear, isSecretArgument, nameOf, suggestsSecret } from './secret-names.ts'
import { piecesOf, wholeWord, type Secret } from './secret.ts'

/** Words of a line, and the text their offsets count in. */
export interface Statement {
  readonly words: readonly Word[]
  readonly source: string
  /** No other line is hidden in it. */
  readonly isWhole: boolean
}

/**
 * Arguments of secret directives and of near misses of their names, targets of rename-command, passwords and hashes of users;
 * and what stands behind a secret's name in a line that is about something else.
 */
export function statementSecrets({ words, source, isWhole }: Statement, schema: Schema): readonly Secret[] {
  // A mark of another language's comments is no name: `; requirepass x`.
  const at = words.findIndex(({ value }) => /[a-z0-9]/i.test(value))
  const first = words[at]
  if (first === undefined) return []
  const [name = first, ...inside] = piecesOf(first)
  const glued = gluedSecret(name, source, (text) => announcesSecret(text, schema))
  const args = [...inside, ...words.slice(at + 1)]
  const behind = glued === null ? argumentSecrets(nameOf(name.value), { words: args, source, isWhole }, schema) : texts(args)
  return [...(glued === null ? [] : [glued]), ...behind].map((secret) => heldBy(first, secret))
}

/** A message may quote the whole word. */
function heldBy(first: Word, secret: Secret): Secret {
  const isInside = secret.span.start >= first.span.start && secret.span.end <= first.span.end
  return isInside ? { ...secret, values: [...secret.values, first.value], word: first } : secret
}

function argumentSecrets(name: string, rest: Statement, schema: Schema): readonly Secret[] {
  const { words: args } = rest
  if (/^(?:user|usr|uesr)$/.test(name)) return userSecrets(args[0], args.slice(1))
  if (name === 'rename-command') return renameSecrets(args, schema)
  if (name === 'sentinel') return sentinelSecrets(rest, schema)
  if (announcesSecret(name, schema)) return texts(args)
  // What a module takes is not known, but each of its options has one value.
  if (name === 'loadmodule') return behindNames({ ...rest, words: args.slice(1) }, suggestsSecret, 1)
  if (schema.directive(name) !== null || knownWhere(name) !== null) return args.some(couldName) ? behindNames(rest, isSecretArgument) : []
  if (isNear(name, 'rename-command')) return renameTarget(args)
  return [...args.filter(({ value }) => /^[><]./.test(value)).map(wholeWord), ...commandLineSecrets(args), ...behindNames(rest, suggestsSecret)]
}

const texts = (words: readonly Word[]): readonly Secret[] => words.filter(({ value }) => value !== '').map(wholeWord)

/** What stands behind words that name a secret, and what is stuck to these; no more than `most` words where values are known to be single. */
function behindNames({ words, source, isWhole }: Statement, isName: (name: string) => boolean, most = Infinity): readonly Secret[] {
  const secrets: Secret[] = []
  let left = 0
  for (const word of isWhole ? words.flatMap(piecesOf) : []) {
    if (left > 0) {
      left--
      secrets.push(wholeWord(word))
      continue
    }
    const glued = gluedSecret(word, source, isName)
    if (glued !== null) secrets.push(glued)
    if (glued !== null || isName(nameOf(word.value))) left = glued === null ? most : most - 1
  }
  return secrets.filter(({ values }) => values[0] !== '')
}

/** `redis-cli -a x`, with or without the dash of a list before it. */
export function commandLineSecrets(words: readonly Word[]): readonly Secret[] {
  return words.filter((_, i) => words[i - 1]?.value === '-a').map(wholeWord)
}

/** An empty target removes the command, and one equal to the command changes nothing: neither is a secret. */
function renameTarget([command, ...targets]: readonly Word[]): readonly Secret[] {
  return texts(targets.filter(({ value }) => value.toLowerCase() !== command?.value.toLowerCase()))
}

/** Source and target may have been swapped: then the secret is what no release calls a command. */
function renameSecrets(args: readonly Word[], { commands }: Schema): readonly Secret[] {
  const [source, target] = args
  const isCommand = (word: Word | undefined): boolean => word !== undefined && commands.get(word.value.toLowerCase()) !== null
  return source !== undefined && !isCommand(source) && isCommand(target) ? [wholeWord(source)] : renameTarget(args)
}

/** Behind the name of a statement stands that of a master, if it was not forgotten. */
function sentinelSecrets(rest: Statement, schema: Schema): readonly Secret[] {
  const [statement, ...args] = rest.words
  if (statement === undefined) return []
  const glued = gluedSecret(statement, rest.source, suggestsSecret)
  if (glued !== null) return [glued, ...texts(args)]
  const name = nameOf(statement.value)
  if (isNear(name, 'auth-pass')) return texts(args.length === 1 ? args : args.slice(1))
  if (isNear(name, 'sentinel-pass')) return texts(args)
  if (isNear(name, 'rename-command')) return renameTarget(args.slice(1))
  if (schema.sentinel(name) === null && suggestsSecret(name)) return texts(args)
  return behindNames({ ...rest, words: args }, isSecretArgument)
}
