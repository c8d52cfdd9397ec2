import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { textOf } from '../parser/index.ts'
import { codeOf, systemPath } from './node-host.ts'

/** Of several names of a file, the first: links lead to what is there only once. Paths have one char a byte. */
export function onceEach(paths: readonly string[], cwd: string): readonly string[] {
  if (paths.length < 2) return paths
  const names = new Map<string, string>()
  for (const path of paths) {
    const real = path === '-' ? path : realPath(resolve(cwd, path))
    if (!names.has(real)) names.set(real, path)
  }
  return [...names.values()]
}

/** Without links, by the system's own function: Node's takes any name for UTF-8; a path that leads nowhere, as that of a pipe may, is itself. */
export function realPath(path: string): string {
  try {
    return textOf(realpathSync.native(systemPath(path), 'buffer'))
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return path
  }
}
