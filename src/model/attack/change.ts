import type { Location } from '../../parser/source-file.ts'
import type { DirectiveUse, Project } from '../project.ts'
import type { Setting } from '../server-model.ts'

/** One line, as it would read. */
export interface Change {
  /** What the file says then, secrets masked. A value only a person knows stands as `{{password}}`. */
  readonly line: string
  readonly path: string
  /** The line it replaces; null: it is added at the end. */
  readonly replaces: Location | null
  /** What it costs, one sentence. */
  readonly consequence: string
  /** The same on a running server, secrets left out; null: it needs a restart. */
  readonly live: string | null
  /** The text itself, as it goes into the file. */
  readonly text: string
}

/** Lines that, changed together, close a path. Taking any of them away opens it again. */
export type Cut = readonly [Change, ...Change[]]

/** Stands for a password nobody knows while a change is tried out. */
export const SOME_PASSWORD = '{{password}}'

/** The file text with a change made. */
export function applied(text: string, { replaces, text: line }: Change): string {
  if (replaces !== null) return text.slice(0, replaces.span.start) + line + text.slice(replaces.span.end)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = text === '' || text.endsWith('\n') ? '' : newline
  return `${text}${gap}${line}${newline}`
}

/** The directive of a line without the newline and the blanks around it. */
export function lineOf({ path, node }: DirectiveUse): Location {
  const last = node.args.at(-1) ?? node.name
  return { path, span: { start: node.name.span.start, end: last.span.end } }
}

type Said = Pick<Change, 'consequence'> & { readonly live?: string | null }

/** `name value`, in place of the line in force, or at the end of the entry file. */
export function setTo(setting: Setting, value: string, project: Project, { consequence, live }: Said): Change {
  const use = setting.origin.kind === 'set' ? setting.origin.by.at(-1) : undefined
  const line = `${setting.name} ${value}`
  const modifiable = project.schema.directive(setting.name)?.modifiable === true
  return {
    line, text: line, consequence,
    path: use?.path ?? project.entry,
    replaces: use === undefined ? null : lineOf(use),
    live: live === undefined ? (modifiable ? `CONFIG SET ${setting.name} ${quoted(value)}` : null) : live,
  }
}

const quoted = (value: string): string => (value === '' || value.includes(' ') ? `"${value}"` : value)

/** A line of its own at the end of the entry file. */
export function added(line: string, project: Project, said: Said): Change {
  return { line, text: line, path: project.entry, replaces: null, consequence: said.consequence, live: said.live ?? null }
}
