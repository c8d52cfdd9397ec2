import { printable } from '../../fixer/printable.ts'
import { secretValues } from '../../fixer/secret-values.ts'
import { decodeForDisplay, parseAclFile, parseConf, positionAt } from '../../parser/index.ts'
import type { Location } from '../../parser/source-file.ts'
import type { Project } from '../../model/project.ts'
import type { Because } from '../../model/server-model.ts'
import type { Change } from '../../model/attack/change.ts'
import { MASK, secretSpans } from '../../fixer/secrets.ts'
import { placeOf } from '../concise.ts'
import { shown, sourceLine } from '../source-line.ts'

/** What lets a step happen: a line of a file, or a default in words. */
export interface Cause {
  /** As it may be shown: the line with its secrets masked, or what the default is. */
  readonly text: string
  readonly path: string | null
  readonly line: number | null
}

/** A line as it would read, and where it goes. */
export interface LineToWrite {
  readonly text: string
  readonly path: string
  /** The line it replaces; null: a new line at the end. */
  readonly line: number | null
  readonly consequence: string
  readonly live: string | null
}

export function causeOf(because: Because, project: Project): Cause {
  switch (because.kind) {
    case 'default': return { text: printable(because.what), path: null, line: null }
    case 'directive': return lineAt({ path: because.use.path, span: because.use.node.name.span }, project)
    case 'declaration':
    case 'rule': return lineAt(because.at, project)
  }
}

function lineAt({ path, span }: Location, project: Project): Cause {
  const file = (project.confs.get(path) ?? project.acls.get(path))?.file
  if (file === undefined) return { text: 'a line of another file', path: placeOf(path), line: null }
  const { line } = positionAt(file, span.start)
  const source = sourceLine(project, path, line)
  const text = source === null ? '' : shown(source, source.start, source.start + source.text.length).trim()
  return { text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text, path: placeOf(path), line }
}

/** A line may be a megabyte long. */
const LONGEST = 120

export function lineToWrite({ text, path, replaces, consequence, live }: Change, project: Project): LineToWrite {
  const file = (project.confs.get(path) ?? project.acls.get(path))?.file
  const at = replaces === null || file === undefined ? null : positionAt(file, replaces.span.start).line
  return { text: forPeople(withoutSecrets(text, path, project)), path: placeOf(path), line: at, consequence, live: live === null ? null : forPeople(secretValues(project).masked(live)) }
}

/** What only a person knows yet is no secret. */
function withoutSecrets(text: string, path: string, { acls, schema }: Project): string {
  const document = acls.has(path) ? parseAclFile(text, path, schema.dialect) : parseConf(text, path, schema.dialect)
  const secrets = secretSpans(document, schema).filter(({ start, end }) => !text.slice(start, end).includes('{{'))
  return shown({ text, start: 0, secrets }, 0, text.length)
}

/** What only a person knows is written as shells and manuals do. */
const forPeople = (line: string): string => line.replaceAll(/\{\{([a-z-]+)\}\}/g, (_, name: string) => `<${PLACEHOLDERS[name] ?? name}>`)

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  password: 'password', 'tls-cert': 'certificate', 'tls-key': 'key', 'tls-ca': 'CA certificate',
}

/** A command line as it may be shown: the name a command was renamed to is a secret of the file, guessable or not. */
export function shownArgv([command = '', ...args]: readonly string[], { schema, kind }: Project): string {
  const known = (kind === 'sentinel' ? schema.sentinelCommands : schema.commands).get(command) !== null
  return decodeForDisplay([known ? command.toUpperCase() : MASK, ...args.map((arg, i) => (i === 0 && SUBCOMMANDED.has(command) ? arg.toUpperCase() : arg))].join(' '))
}

const SUBCOMMANDED: ReadonlySet<string> = new Set(['config', 'acl', 'module', 'debug', 'script', 'function', 'client', 'sentinel', 'replicaof', 'slaveof', 'shutdown'])
