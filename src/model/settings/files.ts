import { kindAt, MISSING, NOT_A_FOLDER, whyNotWritable } from '../path-faults.ts'
import { folderOf, resolvePath } from '../paths.ts'
import { assign, refuseLine, refuseStart, type Startup } from '../startup.ts'
import { directoryAfter, foldersPassed } from '../working-directory.ts'
import type { Setter } from './setter.ts'

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
  const absolute = resolvePath(start.cwd, path)
  const passed = [...foldersPassed(start.cwd, path), folderOf(absolute), absolute].map((folder) => kindAt(start, folder))
  return passed.some((kind) => kind === 'file' || kind === 'other') ? NOT_A_FOLDER : MISSING
}

/** Opened for appending, and so made: at its line, or once the text is read. */
export const setLogFile: Setter = (start, use, [path = ''], facts) => {
  const problem = path === '' || start.schema.has('logfile-opened-at-end') ? null : whyNotWritable(start, use, path)
  if (problem === null) assign(start, facts.name, path, use)
  else refuseLine(start, use, { message: `Can't open the log file: ${problem}`, code: 'unusable-logfile', words: use.node.args })
}

export function checkLogFile(start: Startup): void {
  const [use] = start.settings.get('logfile')?.by ?? []
  const path = start.settings.get('logfile')?.value ?? ''
  if (use === undefined || path === '' || !start.schema.has('logfile-opened-at-end')) return
  const problem = whyNotWritable(start, use, path)
  if (problem !== null) refuseStart(start, use, { message: `Can't open the log file: ${problem}`, code: 'unusable-logfile', words: use.node.args })
}
