import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { isGlob, matchesComponent } from '../model/glob.ts'
import type { Host, PathKind } from '../model/host.ts'

/**
 * The disk. Paths are text of one char a byte, as files hold them, so a name in any encoding is found.
 * Nothing else happens in the process meanwhile, so the calls are those that wait: they are faster.
 */
export function nodeHost(cwd: string): Host {
  return {
    cwd,
    read: async (path) => {
      const bytes = read(path)
      if (bytes !== null && bytes.length > HUGE) await keepNurserySmall()
      return bytes
    },
    kind: (path) => Promise.resolve(kindOf(statusOf(path))),
    glob: (pattern, from) => Promise.resolve(glob(pattern, from)),
    stat: (path) => {
      const status = statusOf(path)
      return Promise.resolve(status === null ? null : { mode: status.mode & 0o777, uid: status.uid, gid: status.gid })
    },
  }
}

/** A path of one char a byte as the system takes it. */
export const systemPath = (path: string): Buffer => Buffer.from(path, 'latin1')

/** A path as typed, as the model and the host spell it: one char a byte. */
export const bytePath = (path: string): string => Buffer.from(path).toString('latin1')

/** The `code` of a system error, e.g. `ENOENT`. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** A file that is named by another one: what may never end, as a pipe that nobody fills or /dev/zero, is not waited for. */
function read(path: string): Uint8Array | null {
  const status = statusOf(path)
  if (status === null) return null
  if (!status.isFile()) return status.isDirectory() || isNullDevice(status) ? new Uint8Array() : null
  return contentOf(path)
}

/** What comes through a pipe or from a terminal that was named on the command line; null: there is no such thing. */
export function readStream(path: string): Uint8Array | null {
  const status = statusOf(path)
  return status !== null && (status.isFIFO() || status.isCharacterDevice()) ? contentOf(path) : null
}

function contentOf(path: string): Uint8Array | null {
  try {
    return readFileSync(systemPath(path))
  } catch {
    return null
  }
}

/** /dev/null by any name: a configuration may well say that there are no users in it. */
export const isNullDevice = (status: Stats): boolean => status.isCharacterDevice() && status.rdev === statusOf('/dev/null')?.rdev

/** From this many bytes on, memory counts for more than the start. */
const HUGE = 2 ** 20

/** What is made of a file here is soon done with: a small nursery is as fast, and on a huge file saves tens of megabytes. */
async function keepNurserySmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--max-semi-space-size=2')
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** null: there is nothing, or nothing that can be looked at. */
export function statusOf(path: string): Stats | null {
  try {
    return statSync(systemPath(path), { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

function kindOf(status: Stats | null): PathKind {
  if (status === null) return null
  if (status.isFile()) return 'file'
  return status.isDirectory() ? 'directory' : 'other'
}

/** glob(3) without flags: the server gives it an include that has a wildcard. */
function glob(pattern: string, cwd: string): readonly string[] {
  let found: readonly string[] = [pattern.startsWith('/') ? '/' : '']
  const parts = pattern.split('/')
  // Nothing behind the last slash asks for a folder.
  for (const part of parts.filter((part, i) => part !== '' || i === parts.length - 1)) {
    found = found.flatMap((path) => matchesOf(cwd, path === '' || path.endsWith('/') ? path : `${path}/`, part))
  }
  return [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** What one component of a pattern stands for in a folder, spelled with the folder before it. */
function matchesOf(cwd: string, folder: string, part: string): readonly string[] {
  const here = folder.startsWith('/') ? folder : `${cwd}/${folder}`
  if (!isGlob(part)) {
    const name = part.replace(/\\(.)/g, '$1')
    return statusOf(here + name) === null ? [] : [folder + name]
  }
  return namesIn(here).filter((name) => matchesComponent(part, name)).map((name) => folder + name)
}

function namesIn(folder: string): readonly string[] {
  try {
    return ['.', '..', ...readdirSync(systemPath(folder), 'latin1')]
  } catch {
    return []
  }
}
