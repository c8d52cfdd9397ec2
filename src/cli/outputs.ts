import { accessSync, constants, lstatSync, readlinkSync, statSync, type Stats } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { decodeForDisplay } from '../parser/index.ts'
import { bytePath, statusOf } from './node-host.ts'
import { misuse, type Problem } from './problem.ts'
import type { CheckedServer } from '../report/lint-report.ts'
import type { Output } from './settings.ts'
import { whyNotWritten } from './why-not-written.ts'

/** Reports are written last. What is in the way of them is found before the files are fixed, and no report takes the place of one of these. */
export function wrongOutput(outputs: readonly Output[], servers: readonly CheckedServer[], cwd: string): Problem | null {
  for (const { format, path } of outputs) {
    const problem = overRead(`--output ${format}:${path}`, resolve(cwd, path), servers) ?? unwritable(path, cwd)
    if (problem !== null) return problem
  }
  return null
}

function overRead(option: string, output: string, servers: readonly CheckedServer[]): Problem | null {
  const there = statusOf(bytePath(output))
  if (there?.isFile() !== true) return null
  for (const { project } of servers) {
    for (const [at, printed] of project.printed) {
      if (isSame(there, statusOf(at))) return misuse(`${option} would overwrite ${decodeForDisplay(printed)}, which is one of the files to check`)
    }
  }
  return null
}

/** Whatever it is called. */
const isSame = (a: Stats, b: Stats | null): boolean => a.dev === b?.dev && a.ino === b.ino

function unwritable(path: string, cwd: string): Problem | null {
  try {
    requireWritable(resolve(cwd, path))
    return null
  } catch (error) {
    return { problem: `can't write ${path}: ${whyNotWritten(error)}` }
  }
}

/** Throws as writing would. */
function requireWritable(path: string): void {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status?.isDirectory() === true) throw Object.assign(new Error(), { code: 'EISDIR' })
  if (status !== undefined) accessSync(path, constants.W_OK)
  // Through a link that leads nowhere yet, a file is made where it leads.
  else if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) requireWritable(resolve(dirname(path), readlinkSync(path)))
  else accessSync(`${dirname(path)}/`, constants.W_OK | constants.X_OK)
}
