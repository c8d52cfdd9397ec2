import type { PathKind } from './host.ts'
import { baseName, folderOf, isAbsolute, resolvePath } from './paths.ts'
import type { DirectiveUse } from './project.ts'
import type { Startup } from './startup.ts'
import { foldersPassed } from './working-directory.ts'

/** What the system calls the reasons (strerror in the C locale). */
export const MISSING = 'No such file or directory'
export const NOT_A_FOLDER = 'Not a directory'
const IS_A_FOLDER = 'Is a directory'

export const kindAt = (start: Startup, absolute: string): PathKind | undefined => start.project.kinds.get(absolute)

/** Why a file can't be read, in the system's words; null: it can, as far as is known here. */
export function whyNotReadable(start: Startup, use: DirectiveUse, path: string): string | null {
  if (path === '') return MISSING
  const absolute = resolvePath(start.cwd, path)
  const passing = whyNotPassed(start, path, foldersPassed(start.cwd, path))
  if (passing !== null) return passing
  const kind = kindAt(start, absolute)
  if (kind === 'directory') return IS_A_FOLDER
  if (kind !== null) return null
  if (!mayBeElsewhere(start, path)) return whyNotPassed(start, path, [folderOf(absolute)]) ?? MISSING
  start.assumed.push({ use, path: absolute })
  return null
}

/**
 * Why a file can't be opened for writing, and made where it is not there, in the system's words; null: it can, as far as
 * is known here. A slash behind it asks for a folder, whatever is there (open(2) with O_CREAT; measured: 6.0.16 to 9.1.2).
 */
export function whyNotWritable(start: Startup, use: DirectiveUse, path: string): string | null {
  if (path === '') return MISSING
  const bare = withoutSlash(path)
  const absolute = resolvePath(start.cwd, bare)
  const folder = whyNoFolder(start, use, bare)
  if (folder !== null) return folder
  return bare !== path || kindAt(start, absolute) === 'directory' || baseName(absolute) === '' ? IS_A_FOLDER : null
}

/**
 * Why no socket can be made at a path, in the system's words; null: it can, as far as is known here. The server takes away
 * a file that is in its place, but no folder (measured: 6.0.16 to 9.1.2).
 */
export function whyNoSocket(start: Startup, use: DirectiveUse, path: string): string | null {
  const bare = withoutSlash(path)
  const folder = whyNoFolder(start, use, bare)
  if (folder !== null) return folder
  const kind = kindAt(start, resolvePath(start.cwd, bare)) ?? null
  if (kind === 'directory' || (bare !== path && kind !== null)) return 'Address already in use'
  return bare === path ? null : MISSING
}

/** The root stays one. */
const withoutSlash = (path: string): string => path.replace(/(?<=[^/])\/+$/, '')

/** A path that starts from where nothing of this machine is may be all there on the server. */
const mayBeElsewhere = (start: Startup, path: string): boolean => isAbsolute(path) || kindAt(start, start.cwd) === null

/** What keeps a name from being looked up among the folders before it. */
function whyNoFolder(start: Startup, use: DirectiveUse, path: string): string | null {
  const folder = folderOf(resolvePath(start.cwd, path))
  const passing = whyNotPassed(start, path, [...foldersPassed(start.cwd, path), folder])
  if (passing === null && folder !== start.cwd && kindAt(start, folder) === null) start.assumed.push({ use, path: folder })
  return passing
}

function whyNotPassed(start: Startup, path: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    const kind = kindAt(start, folder)
    if (kind === 'file' || kind === 'other') return NOT_A_FOLDER
    if (kind === null && !mayBeElsewhere(start, path)) return MISSING
  }
  return null
}
