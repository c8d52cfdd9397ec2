import type { PathKind } from './host.ts'
import { isAbsolute, resolvePath } from './paths.ts'

/**
 * Where the server works after `dir <path>`; null: it can't go there and stops. An absolute folder that
 * is not here is taken to exist on the machine the file is meant for; a relative one is part of the project.
 */
export function directoryAfter(cwd: string, path: string, kindAt: (absolute: string) => PathKind | undefined): string | null {
  if (path === '') return null
  const absolute = resolvePath(cwd, path)
  const kind = kindAt(absolute)
  return kind === 'directory' || kind === undefined || (kind === null && isAbsolute(path)) ? absolute : null
}
