import type { PathKind } from './host.ts'
import { isAbsolute, resolvePath } from './paths.ts'

/**
 * Where the server works after `dir <path>`; null: it can't go there and stops. An absolute folder that
 * is not here is taken to exist on the machine the file is meant for; a relative one is part of the project.
 */
export function directoryAfter(cwd: string, path: string, kindAt: (absolute: string) => PathKind | undefined): string | null {
  if (path === '' || !foldersPassed(cwd, path).every((folder) => isThere(kindAt(folder), path))) return null
  const absolute = resolvePath(cwd, path)
  return isThere(kindAt(absolute), path) ? absolute : null
}

const isThere = (kind: PathKind | undefined, path: string): boolean =>
  kind === 'directory' || kind === undefined || (kind === null && isAbsolute(path))

/** The folders a path stays in or leaves again (`x/.`, `x/..`), or ends in with a slash: each must be there. Absolute. */
export function foldersPassed(cwd: string, path: string): readonly string[] {
  return Array.from(path.matchAll(/[^/]\/+\.\.?(?=\/|$)|[^/]\/+$/g), ({ index }) => resolvePath(cwd, path.slice(0, index + 1)))
}
