import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { codeOf } from './node-host.ts'
import { isProblem, type Problem } from './problem.ts'

/** The files that the operands of a call name: files, folders and patterns. `-` is left as it is. */
export async function entriesOf(operands: readonly string[], cwd: string): Promise<readonly string[] | Problem> {
  const found: string[] = []
  for (const operand of operands) {
    const files = await filesOf(operand, cwd)
    if (isProblem(files)) return files
    found.push(...files)
  }
  return [...new Set(found)]
}

async function filesOf(operand: string, cwd: string): Promise<readonly string[] | Problem> {
  if (operand === '-') return ['-']
  const problem = unreadable(resolve(cwd, operand))
  if (problem === null) return [operand]
  if (problem === 'EISDIR') return inFolder(operand, cwd)
  if (problem === 'ENOENT' && /[*?[{]/.test(operand)) return matching(operand, cwd)
  return cantRead(operand, problem)
}

/** A file that can't be read is no clean one: all of them, or the first that is in the way. */
function readable(files: readonly string[], cwd: string): readonly string[] | Problem {
  for (const file of files) {
    const problem = unreadable(resolve(cwd, file))
    if (problem !== null) return cantRead(file, problem)
  }
  return files
}

function cantRead(file: string, problem: string): Problem {
  return { problem: `can't read ${file}: ${REASON[problem] ?? problem}` }
}

const REASON: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
}

/** The system's code for why a file can't be read; null: it can. Devices and pipes are read as they are. */
function unreadable(path: string): string | null {
  try {
    if (statSync(path).isDirectory()) return 'EISDIR'
    accessSync(path, constants.R_OK)
    return null
  } catch (error) {
    return String(codeOf(error))
  }
}

async function inFolder(folder: string, cwd: string): Promise<readonly string[] | Problem> {
  const { configsIn } = await import('./find-configs.ts')
  const files = configsIn(folder, cwd)
  return files.length > 0 ? readable(files, cwd) : { problem: `${folder} holds no redis.conf, valkey.conf, sentinel.conf or ACL file` }
}

async function matching(pattern: string, cwd: string): Promise<readonly string[] | Problem> {
  const { matchesOf } = await import('./find-configs.ts')
  const files = await matchesOf(pattern, cwd)
  return files.length > 0 ? readable(files, cwd) : { problem: `no file matches ${pattern}` }
}
