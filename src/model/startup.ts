import type { Word } from '../parser/conf-tree.ts'
import type { Location, Span } from '../parser/source-file.ts'
import type { Schema } from '../schema/schema.ts'
import type { DirectiveUse, Project } from './project.ts'
import type { AssumedPath, Misread, ProblemCode, Rename, StartProblem } from './server-model.ts'
import type { BufferLimits } from './settings/client-output-buffer-limit.ts'
import type { SavePoints } from './settings/save.ts'

/** A server that is being started: what it has taken in so far. */
export interface Startup {
  readonly project: Project
  readonly schema: Schema
  /** By canonical name; only what a line has set. */
  readonly settings: Map<string, LiveSetting>
  /** Values the server put in place of what a line or nobody said, by canonical name. */
  readonly amended: Map<string, string>
  /** By canonical name, or as written (lower-case) where the release knows no such name; refused ones too. */
  readonly uses: Map<string, DirectiveUse[]>
  /** In the order the server meets them. */
  readonly problems: StartProblem[]
  readonly misreads: Misread[]
  readonly ignored: DirectiveUse[]
  readonly assumed: AssumedPath[]
  readonly modules: DirectiveUse[]
  readonly moduleSettings: Map<string, DirectiveUse>
  /** `sentinel` lines with arguments that were not refused, in order. */
  readonly sentinelLines: DirectiveUse[]
  /** `user` lines that were not refused, in order. */
  readonly users: DirectiveUse[]
  readonly renames: Map<string, Rename>
  /** The live table of commands: current name to original. Made when the first line changes it. */
  commands: Map<string, string> | null
  readonly save: SavePoints
  readonly bufferLimits: BufferLimits
  /** The texts that are open, outermost first. */
  readonly texts: OpenText[]
  /** Absolute; moved by `dir`. */
  cwd: string
}

/** The entry file, or an included text, while it is read. */
export interface OpenText {
  readonly by: DirectiveUse | null
  /** Its own last `replicaof` line. */
  replicaOf: DirectiveUse | null
}

export interface LiveSetting {
  value: string
  by: readonly [DirectiveUse, ...DirectiveUse[]]
  readonly shadowed: DirectiveUse[]
}

export function newStartup(project: Project): Startup {
  return {
    project,
    schema: project.schema,
    settings: new Map(), amended: new Map(), uses: new Map(), problems: [], misreads: [], ignored: [], assumed: [],
    modules: [], moduleSettings: new Map(), sentinelLines: [], users: [], renames: new Map(), commands: null,
    save: { met: [], points: null, loaded: false, seenInText: [], accumulating: true },
    bufferLimits: { met: [], byClass: new Map() }, texts: [], cwd: project.cwd,
  }
}

/** One line sets the whole value: the ones before it are shadowed. */
export function assign({ settings, amended }: Startup, name: string, value: string, use: DirectiveUse): void {
  amended.delete(name)
  const had = settings.get(name)
  if (had === undefined) settings.set(name, { value, by: [use], shadowed: [] })
  else {
    had.shadowed.push(...had.by)
    had.value = value
    had.by = [use]
  }
}

/** Lines that make up a value together, in the order they were met; those that no part of it comes from are shadowed. */
export function assignFromAll(start: Startup, name: string, value: string, met: readonly DirectiveUse[], inForce: ReadonlySet<DirectiveUse>): void {
  const [first, ...more] = met.filter((use) => inForce.has(use))
  // Where nothing is left of any line, the last one says so.
  const by = first ?? met.at(-1)
  if (by === undefined) return
  const sources: LiveSetting['by'] = [by, ...more]
  start.settings.set(name, { value, by: sources, shadowed: met.filter((use) => use !== by && !inForce.has(use)) })
}

/** The value in force, or the compiled-in one. */
export function valueOf({ amended, settings, schema }: Startup, name: string): string {
  return amended.get(name) ?? settings.get(name)?.value ?? schema.directive(name)?.default ?? ''
}

/** What a refusal says. */
export interface Refusal {
  readonly message: string
  readonly code: ProblemCode
  /** What the server logs before that. */
  readonly detail?: string
  /** The words at fault; without them, the whole directive. */
  readonly words?: readonly Word[]
}

/** The server stops at this line and says so. */
export function refuseLine(start: Startup, use: DirectiveUse, refusal: Refusal): void {
  start.problems.push(lineProblem(use, refusal))
}

export function lineProblem(use: DirectiveUse, { message, code, words }: Refusal): StartProblem {
  return { stage: 'line', line: use.line, message, code, crash: false, ...placeOf(use, words) }
}

/** The server stops without naming a line: with a line in its log or, `crash`, by a signal. */
export function refuseStart(start: Startup, use: DirectiveUse | null, { words, ...refusal }: Refusal, crash = false): void {
  start.problems.push({ stage: 'start', line: 0, crash, ...refusal, ...(use === null ? headOf(start) : placeOf(use, words)) })
}

/** Where what concerns no line in particular is reported. */
const headOf = (start: Startup): Location => ({ path: start.project.entry, span: { start: 0, end: 0 } })

export function placeOf(use: DirectiveUse, words: readonly Word[] = []): Location {
  return { path: use.path, span: spanOf(words.length > 0 ? words : [use.node.name, ...use.node.args]) }
}

function spanOf(words: readonly { readonly span: Span }[]): Span {
  return { start: words[0]?.span.start ?? 0, end: words.at(-1)?.span.end ?? 0 }
}
