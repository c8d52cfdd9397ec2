import type { AclDocument } from '../parser/acl-tree.ts'
import type { ConfDocument } from '../parser/conf-tree.ts'
import { parseAclFile } from '../parser/index.ts'
import { isUnknownTarget, schemaFor } from '../schema/index.ts'
import type { Schema } from '../schema/schema.ts'
import type { FileStatus, Host, PathKind } from './host.ts'
import { newReading, parsedDocument, printedName, readOn, readPath, type Reading } from './include-order.ts'
import { namedPaths } from './named-paths.ts'
import { baseName, resolvePath } from './paths.ts'
import type { LoadStep, Project, Runtime } from './project.ts'
import { askAgain, askHost, kindOf, readText, statusOf, type Answer, type Asking } from './questions.ts'
import { cString } from './values/c-text.ts'

export interface LoadRequest {
  /** The file the server is started with. */
  readonly entry: string
  readonly host: Host
  /** `redis@7.2`, `valkey@8.1.1`; the newest Redis when it is not given or not known (ask `schemaFor` first to say so). */
  readonly target?: string
  /** Found from the file's name and content when it is not given. */
  readonly mode?: Project['kind']
  readonly runtime?: Runtime
}

/** What is fixed for a project however often its texts change. */
interface Frame {
  readonly entry: string
  readonly cwd: string
  readonly schema: Schema
  readonly mode: Project['kind'] | null
  readonly runtime: Runtime
  /** Documents that need no second parsing where their text is the same. */
  readonly parsed: ReadonlyMap<string, ConfDocument>
}

/**
 * Reads a configuration with everything it includes. A file that is missing is a problem of the project, never an exception.
 *
 * @example
 * const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': 'port 0\n' }), target: 'redis@7.2' })
 */
export async function loadProject(request: LoadRequest): Promise<Project> {
  const answers = new Map<string, Answer>()
  const frame: Frame = {
    entry: request.entry,
    cwd: request.host.cwd,
    schema: schemaOf(request.target),
    mode: request.mode ?? null,
    runtime: request.runtime ?? 'host',
    parsed: new Map(),
  }
  return { ...(await askHost(loading(frame), request.host, answers)), answers, unread: [] }
}

/**
 * The same project with other texts, from what its host said before. A file it was never asked for is listed as
 * {@link Project.unread}. `changed` is by path as printed; its texts have one char a byte.
 */
export function reload(project: Project, changed: ReadonlyMap<string, string>): Project {
  const answers = new Map(project.answers)
  const absolute = new Map(Array.from(project.printed, ([path, printed]) => [printed, path]))
  for (const [path, text] of changed) {
    const at = absolute.get(path) ?? resolvePath(project.cwd, path)
    answers.set(`read ${at}`, text)
    answers.set(`kind ${at}`, 'file')
  }
  const { entry, cwd, schema, kind, runtime, confs } = project
  const unread = new Set<string>()
  return { ...askAgain(loading({ entry, cwd, schema, mode: kind, runtime, parsed: confs }), answers, unread), answers, unread: [...unread] }
}

function schemaOf(target = 'redis'): Schema {
  const schema = schemaFor(target)
  return isUnknownTarget(schema) ? schemaOf() : schema
}

function* loading(frame: Frame): Asking<Omit<Project, 'answers' | 'unread'>> {
  const { entry, cwd, schema, runtime } = frame
  const reading = newReading(schema, cwd, frame.parsed)
  const absolute = resolvePath(cwd, entry)
  reading.printed.set(absolute, entry)
  const text = yield* readText(absolute)
  const kind = frame.mode ?? kindOfEntry(entry, text ?? '')
  const acls = new Map<string, AclDocument>()
  if (kind === 'acl') acls.set(entry, parseAclFile(text ?? '', entry, schema.dialect))
  else {
    yield* readOn(reading, parsedDocument(reading, absolute, entry, text ?? ''))
    yield* readAclFile(reading, acls)
  }
  const { confs, printed, steps } = reading
  const kinds = yield* kindsOf(reading)
  const statuses = yield* statusesOf([...printed.keys(), ...kinds.keys()])
  return { entry, entryMissing: text === null, kind, runtime, schema, confs, acls, printed, steps, kinds, statuses, cwd }
}

/** A sentinel says so in its name or has a `sentinel` line; a file of `user` lines and nothing else is an ACL file. */
function kindOfEntry(entry: string, text: string): Project['kind'] {
  const name = baseName(entry).toLowerCase()
  if (name.endsWith('.acl')) return 'acl'
  if (name.includes('sentinel')) return 'sentinel'
  if (/^\s*user /.test(text) && text.split('\n').every((line) => /^\s*(?:user |$)/.test(line))) return 'acl'
  return /^[ \t\r\v\f]*sentinel[ \t\r\v\f]+\S/im.test(text) ? 'sentinel' : 'server'
}

/** The last `aclfile` is the one that is opened, once everything was read. */
function* readAclFile(reading: Reading, acls: Map<string, AclDocument>): Asking<void> {
  const spelled = reading.steps.reduce((last, step) => aclFileOf(step) ?? last, '')
  if (spelled === '') return
  const text = yield* readPath(reading.cwd, spelled)
  if (text === null) return
  const path = printedName(reading, resolvePath(reading.cwd, spelled), spelled)
  acls.set(path, parseAclFile(text, path, reading.schema.dialect))
}

function aclFileOf(step: LoadStep): string | null {
  if (step.kind !== 'directive') return null
  const { name, args } = step.use.node
  return args.length === 1 && name.value.toLowerCase() === 'aclfile' ? cString(args[0]?.value ?? '') : null
}

function* kindsOf(reading: Reading): Asking<ReadonlyMap<string, PathKind>> {
  const kinds = new Map(reading.kinds)
  for (const path of namedPaths(reading.steps, reading.home, reading.cwd)) kinds.set(path, yield* kindOf(path))
  return kinds
}

function* statusesOf(paths: Iterable<string>): Asking<ReadonlyMap<string, FileStatus>> {
  const statuses = new Map<string, FileStatus>()
  for (const path of new Set(paths)) {
    const status = yield* statusOf(path)
    if (status !== null) statuses.set(path, status)
  }
  return statuses
}

