import { resolve } from 'node:path'
import { decodeForDisplay } from '../parser/index.ts'
import { bytePath } from './node-host.ts'
import { onceEach } from './once-each.ts'
import { isProblem, misuse, type Problem } from './problem.ts'
import { inWords, obstacleAt, type Obstacle } from './why-not-read.ts'

/** The files that the operands of a call name: files, folders and patterns. `-` is left as it is. They have one char a byte. */
export async function entriesOf(operands: readonly string[], cwd: string): Promise<readonly string[] | Problem> {
  const found: string[] = []
  for (const operand of operands) {
    const files = await filesOf(operand, bytePath(cwd))
    if (isProblem(files)) return files
    found.push(...files)
  }
  return onceEach([...new Set(found)], bytePath(cwd))
}

async function filesOf(operand: string, cwd: string): Promise<readonly string[] | Problem> {
  if (operand === '') return misuse('a file without a name, as where a variable of the shell is not set; name a file, a folder, or - for stdin')
  if (operand === '-') return ['-']
  const path = bytePath(operand)
  const obstacle = await obstacleAt(resolve(cwd, path))
  if (obstacle === null) return [path]
  if (obstacle === 'EISDIR') return inFolder(path, cwd)
  if (obstacle === 'ENOENT' && /[*?[{\ufffd]/.test(operand)) return matching(operand, cwd)
  return cantRead(path, obstacle)
}

/** A file that can't be read is no clean one: all of them, or the first that is in the way. */
async function readable(files: readonly string[], cwd: string): Promise<readonly string[] | Problem> {
  for (const file of files) {
    const obstacle = await obstacleAt(resolve(cwd, file))
    if (obstacle !== null) return cantRead(file, obstacle)
  }
  return files
}

function cantRead(file: string, obstacle: Obstacle): Problem {
  const name = decodeForDisplay(file)
  return { problem: `can't read ${name}: ${inWords(obstacle)}`, ...(obstacle === 'ENOENT' ? { missing: name } : {}) }
}

async function inFolder(folder: string, cwd: string): Promise<readonly string[] | Problem> {
  const { configsIn } = await import('./find-configs.ts')
  const files = configsIn(folder, cwd)
  return files.length > 0 ? readable(files, cwd) : { problem: `${decodeForDisplay(folder)} holds no redis.conf, valkey.conf, sentinel.conf or ACL file` }
}

async function matching(pattern: string, cwd: string): Promise<readonly string[] | Problem> {
  const { matchesOf } = await import('./find-configs.ts')
  const files = await matchesOf(pattern, cwd)
  return files.length > 0 ? readable(files, cwd) : { problem: `no file matches ${pattern}` }
}
