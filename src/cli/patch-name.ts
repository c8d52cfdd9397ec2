import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { systemPath } from './node-host.ts'
import { realPath } from './once-each.ts'

/**
 * What a patch calls a file, so that `git apply` and `patch -p1` find it: as `git diff` does from the root of its repository, and
 * outside of one from the working directory or, if it is not below that, from the root of the file system.
 * A link is not patched but what it leads to. Paths are absolute, one char a byte.
 */
export function patchName(path: string, cwd: string): string {
  const real = realPath(path)
  const base = repositoryOf(dirname(real)) ?? realPath(cwd)
  const below = base.endsWith('/') ? base : `${base}/`
  return real.startsWith(below) ? real.slice(below.length) : real.slice(1)
}

function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(systemPath(join(at, '.git')))) return at
    if (at === dirname(at)) return null
  }
}
