/** Paths as a server on Unix sees them. The core knows no file system, so nothing here follows links. */

export const isAbsolute = (path: string): boolean => path.startsWith('/')

/** `path` seen from `cwd`: absolute, without `.`, `..` and doubled slashes. */
export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = []
  for (const part of `${isAbsolute(path) ? '' : cwd}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** The folder of an absolute path. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash <= 0 ? '/' : path.slice(0, slash)
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** An absolute path as seen from `cwd` where it is below it; itself anywhere else. */
export function relativeTo(cwd: string, path: string): string {
  const below = cwd === '/' ? '/' : `${cwd}/`
  return path.startsWith(below) && path.length > below.length ? path.slice(below.length) : path
}
