import type { ConfDocument } from '../parser/conf-tree.ts'
import { parseConf } from '../parser/index.ts'
import type { Schema } from '../schema/schema.ts'
import { placedLines, type PlacedLine } from './concatenation.ts'
import { asNamed } from './directive-name.ts'
import { isGlob } from './glob.ts'
import type { PathKind } from './host.ts'
import { folderOf, isAbsolute, relativeTo, resolvePath } from './paths.ts'
import type { DeadInclude, DirectiveUse, LoadStep } from './project.ts'
import { globbed, kindOf, readText, type Asking } from './questions.ts'
import { cString } from './values/c-text.ts'
import { directoryAfter, foldersPassed } from './working-directory.ts'

/** No real configuration opens so many texts; includes that double at each level would. */
const MOST_TEXTS = 50_000
const MOST_STEPS = 2_000_000

/** Texts within texts that a stack of 8 MB does not hold any more (measured: 6.0.16 dies at 3,750, valkey 9.1.2 at 3,360). */
const DEEPEST = 3800

/** A text that is being read. */
interface Frame {
  readonly lines: Iterator<PlacedLine, void>
  /** What is read, and from where: the same text does the same again there. */
  readonly id: string
}

/** The reading of an entry file and of what it includes, as far as it got. */
export interface Reading {
  readonly schema: Schema
  /** Where the server was started. */
  readonly home: string
  /** Documents of these texts that are already parsed. */
  readonly parsed: ReadonlyMap<string, ConfDocument>
  readonly confs: Map<string, ConfDocument>
  readonly printed: Map<string, string>
  /** What is at the folders that `dir` lines went to, or through. */
  readonly kinds: Map<string, PathKind>
  readonly steps: LoadStep[]
  readonly stack: Frame[]
  /** How often a text is on the stack, by frame id. */
  readonly open: Map<string, number>
  /** What was read, by path as printed. */
  readonly seen: Set<string>
  texts: number
  /** A text that includes itself was met: the server is dead by now. */
  cyclic: boolean
  /** Moved by `dir`. */
  cwd: string
}

export function newReading(schema: Schema, home: string, parsed: ReadonlyMap<string, ConfDocument>): Reading {
  return {
    schema, home, parsed, confs: new Map(), printed: new Map(), kinds: new Map(), steps: [], stack: [], open: new Map(), seen: new Set(), texts: 0, cyclic: false, cwd: home,
  }
}

/** One file has one name in all that is printed: the first spelling, seen from where the server started. */
export function printedName(reading: Reading, absolute: string, spelled: string): string {
  const name = reading.printed.get(absolute) ?? (isAbsolute(spelled) ? absolute : relativeTo(reading.home, absolute))
  reading.printed.set(absolute, name)
  return name
}

/** Reads on to the end, following includes where they stand. An explicit stack: chains may be longer than ours. */
export function* readOn(reading: Reading, entry: ConfDocument): Asking<void> {
  enter(reading, null, [entry])
  for (let frame = reading.stack.at(-1); frame !== undefined; frame = reading.stack.at(-1)) {
    const next = frame.lines.next()
    if (next.done === true || reading.steps.length > MOST_STEPS) leave(reading, frame)
    else yield* meet(reading, next.value)
  }
}

function enter(reading: Reading, by: DirectiveUse | null, docs: readonly ConfDocument[]): void {
  const paths = docs.map((doc) => doc.file.path)
  const id = `${reading.cwd}\0${paths.join('\0')}`
  reading.open.set(id, (reading.open.get(id) ?? 0) + 1)
  reading.texts += 1
  for (const path of paths) reading.seen.add(path)
  reading.steps.push({ kind: 'enter', by, paths })
  reading.stack.push({ lines: placedLines(docs), id })
}

function leave(reading: Reading, frame: Frame): void {
  reading.stack.pop()
  reading.open.set(frame.id, (reading.open.get(frame.id) ?? 1) - 1)
  reading.steps.push({ kind: 'leave' })
}

function* meet(reading: Reading, { path, node, line }: PlacedLine): Asking<void> {
  if (node.kind === 'malformed') {
    reading.steps.push({ kind: 'malformed', path, node, line })
    return
  }
  const use: DirectiveUse = { path, node: asNamed(node, reading.schema), line }
  reading.steps.push({ kind: 'directive', use })
  const [arg, ...more] = use.node.args
  if (arg === undefined || more.length > 0) return
  const name = use.node.name.value.toLowerCase()
  if (name === 'dir') yield* changeDirectory(reading, cString(arg.value))
  if (name === 'include') yield* include(reading, use, cString(arg.value))
}

function* changeDirectory(reading: Reading, path: string): Asking<void> {
  const kinds = new Map<string, PathKind>()
  const absolute = resolvePath(reading.cwd, path)
  for (const folder of [...foldersPassed(reading.cwd, path), folderOf(absolute), absolute]) kinds.set(folder, yield* kindOf(folder))
  reading.cwd = directoryAfter(reading.cwd, path, (folder) => kinds.get(folder)) ?? reading.cwd
  for (const [folder, kind] of kinds) reading.kinds.set(folder, kind)
}

function* include(reading: Reading, by: DirectiveUse, path: string): Asking<void> {
  const dead = (problem: DeadInclude): void => {
    reading.steps.push({ kind: 'dead-include', by, problem })
  }
  if (reading.texts >= MOST_TEXTS || reading.steps.length > MOST_STEPS) {
    dead('too-many')
    return
  }
  const globs = reading.schema.has('include-globs') && isGlob(path)
  const matches = globs ? yield* globbed(path, reading.cwd) : [path]
  const docs: ConfDocument[] = []
  for (const match of matches) {
    const doc = yield* document(reading, match)
    if (doc === null) {
      dead((yield* goesThroughFile(reading.cwd, match)) ? 'through-file' : 'missing')
      return
    }
    docs.push(doc)
  }
  // What comes after the crash is read once, for those who look at the files.
  if (reading.cyclic && docs.every((doc) => reading.seen.has(doc.file.path))) return
  // The second time round may end before the crash does, at a line that can be met only once
  // (rename-command, user); a third can't.
  const again = reading.open.get(`${reading.cwd}\0${docs.map((doc) => doc.file.path).join('\0')}`) ?? 0
  if (again >= 2) {
    reading.cyclic = true
    dead('cycle')
    return
  }
  if (reading.stack.length === DEEPEST) dead('too-deep')
  enter(reading, by, docs)
}

function* document(reading: Reading, spelled: string): Asking<ConfDocument | null> {
  const text = yield* readPath(reading.cwd, spelled)
  return text === null ? null : parsedDocument(reading, resolvePath(reading.cwd, spelled), spelled, text)
}

/** Why a path can't be read: is it that a file stands where the path needs a folder? */
function* goesThroughFile(cwd: string, spelled: string): Asking<boolean> {
  for (const folder of [...foldersPassed(cwd, spelled), folderOf(resolvePath(cwd, spelled))]) {
    const kind = yield* kindOf(folder)
    if (kind !== 'directory') return kind !== null
  }
  return false
}

export function parsedDocument(reading: Reading, absolute: string, spelled: string, text: string): ConfDocument {
  const path = printedName(reading, absolute, spelled)
  const had = reading.confs.get(path) ?? reading.parsed.get(path)
  const doc = had?.file.text === text ? had : parseConf(text, path, reading.schema.dialect)
  reading.confs.set(path, doc)
  return doc
}

/** Opens a path as fopen(3) does: every folder in it must be there, also one that is left again, and a file has no slash behind it. */
export function* readPath(cwd: string, spelled: string): Asking<string | null> {
  if (spelled === '') return null
  for (const folder of foldersPassed(cwd, spelled)) if ((yield* kindOf(folder)) !== 'directory') return null
  return yield* readText(resolvePath(cwd, spelled))
}
