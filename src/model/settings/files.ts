import type { PathKind } from '../host.ts'
import { baseName, folderOf, isAbsolute, resolvePath } from '../paths.ts'
import type { DirectiveUse } from '../project.ts'
import { assign, refuseLine, refuseStart, type Startup } from '../startup.ts'
import { directoryAfter, foldersPassed } from '../working-directory.ts'
import type { Setter } from './setter.ts'

const MISSING = 'No such file or directory'

const kindAt = (start: Startup, absolute: string): PathKind | undefined => start.project.kinds.get(absolute)

/** The server goes there at once, so that every relative path below starts from it. */
export const setDirectory: Setter = (start, use, [path = ''], facts) => {
  const there = directoryAfter(start.cwd, path, (absolute) => kindAt(start, absolute))
  if (there === null) {
    const refusal = { code: 'unusable-dir', words: use.node.args } as const
    const reason = whyNotThere(start, path)
    if (start.schema.has('dir-error-has-line')) refuseLine(start, use, { ...refusal, message: reason })
    else refuseStart(start, use, { ...refusal, message: `Can't chdir to '${path}': ${reason}` })
    return
  }
  if (kindAt(start, there) === null) start.assumed.push({ use, path: there })
  start.cwd = there
  assign(start, facts.name, there, use)
}

function whyNotThere(start: Startup, path: string): string {
  if (path === '') return start.schema.has('names-empty-dir') ? "dir can't be empty" : MISSING
  const passed = [...foldersPassed(start.cwd, path), resolvePath(start.cwd, path)].map((folder) => kindAt(start, folder))
  return passed.find((kind) => kind !== 'directory') === 'file' ? 'Not a directory' : MISSING
}

/** Opened for appending, and so made: at its line, or once the text is read. */
export const setLogFile: Setter = (start, use, [path = ''], facts) => {
  const problem = start.schema.has('logfile-opened-at-end') ? null : whyNotWritable(start, use, path)
  if (problem === null) assign(start, facts.name, path.split('\0', 1)[0] ?? '', use)
  else refuseLine(start, use, { message: `Can't open the log file: ${problem}`, code: 'unusable-logfile', words: use.node.args })
}

export function checkLogFile(start: Startup): void {
  const [use] = start.settings.get('logfile')?.by ?? []
  if (use === undefined || !start.schema.has('logfile-opened-at-end')) return
  const problem = whyNotWritable(start, use, start.settings.get('logfile')?.value ?? '')
  if (problem !== null) refuseStart(start, use, { message: `Can't open the log file: ${problem}`, code: 'unusable-logfile', words: use.node.args })
}

/** Why a file can't be made at a path, in the system's words; null: it can, as far as is known here. */
export function whyNotWritable(start: Startup, use: DirectiveUse, path: string): string | null {
  if (path === '') return null
  const absolute = resolvePath(start.cwd, path)
  if (path.endsWith('/') || kindAt(start, absolute) === 'directory' || baseName(absolute) === '') return 'Is a directory'
  const folder = kindAt(start, folderOf(absolute))
  if (folder === 'file') return 'Not a directory'
  if (folder !== null || folderOf(absolute) === start.cwd) return null
  if (!isAbsolute(path)) return MISSING
  start.assumed.push({ use, path: folderOf(absolute) })
  return null
}

/** Why a file can't be read, in the system's words; null: it can, as far as is known here. */
export function whyNotReadable(start: Startup, use: DirectiveUse, path: string): string | null {
  const absolute = resolvePath(start.cwd, path)
  const kind = kindAt(start, absolute)
  if (kind === 'directory') return 'Is a directory'
  if (kind !== null) return null
  if (!isAbsolute(path)) return MISSING
  start.assumed.push({ use, path: absolute })
  return null
}
