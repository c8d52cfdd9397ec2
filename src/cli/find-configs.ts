import { existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob } from 'tinyglobby'
import { textOf } from '../parser/index.ts'
import { isUnknownTarget, schemaFor } from '../schema/index.ts'
import { bytePath, nodeHost, systemPath } from './node-host.ts'
import { onceEach } from './once-each.ts'

/*
 * Paths have one char a byte: a name in another encoding is found as well as any.
 */

/** Files under a folder that look like ours, but for those that ignore files of the working directory name. */
export function configsIn(folder: string, cwd: string): readonly string[] {
  const ignored = ignoredIn(cwd)
  const ours = filesBelow(resolve(cwd, folder))
    .map((path) => join(folder, path))
    .filter((path) => !isIgnored(path, cwd, ignored) && isOurs(resolve(cwd, path)))
  // Of several names of a file, the one that is nearest to where the search began.
  return [...onceEach(ours, cwd)].sort()
}

const NOT_ENTERED = new Set(['node_modules', '.git'])

/** Links to files are taken, as all files of a mounted ConfigMap are; links to folders are not followed: they may go round. */
function filesBelow(root: string): readonly string[] {
  const found: string[] = []
  const folders = ['']
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !NOT_ENTERED.has(entry.name)) folders.push(path)
      else if (/\.(?:conf|acl)$/.test(entry.name) && isFile(entry, join(root, path))) found.push(path)
    }
  }
  return found
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(systemPath(folder), { withFileTypes: true, encoding: 'latin1' })
  } catch {
    return []
  }
}

/** A link that leads nowhere is a file that can't be read. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return !isThere(path) || statSync(systemPath(path)).isFile()
}

const isThere = (path: string): boolean => existsSync(systemPath(path))

/** Files that a pattern matches, whatever they look like. The pattern is as typed. */
export async function matchesOf(pattern: string, cwd: string): Promise<readonly string[]> {
  const found = await glob(pattern, { cwd: Buffer.from(cwd, 'latin1').toString(), dot: true, expandDirectories: false })
  const asTyped = found.length === 0 && pattern.includes(NO_CHAR) ? [pattern] : found
  return (await Promise.all(asTyped.map((path) => inBytes(path, cwd)))).flat().sort()
}

/** What stands for bytes that are no UTF-8, in what the shell hands over and in what globs find. */
const NO_CHAR = '\ufffd'

/** The files that a name may stand for: more than one where bytes of it were lost. */
async function inBytes(path: string, cwd: string): Promise<readonly string[]> {
  if (!path.includes(NO_CHAR)) return [bytePath(path)]
  const pattern = bytePath(path.replaceAll(/[*?[\]\\]/g, '\\$&').replaceAll(/\ufffd+/g, '*'))
  return (await nodeHost(cwd).glob(pattern, cwd)).filter((found) => Buffer.from(found, 'latin1').toString() === path)
}

function ignoredIn(cwd: string): Ignore {
  const files = ['.gitignore', '.redis-conf-lintignore'].map((name) => join(cwd, name)).filter(isThere)
  return ignore().add(files.map((path) => readFileSync(systemPath(path), 'utf8')))
}

function isIgnored(path: string, cwd: string, ignored: Ignore): boolean {
  const below = Buffer.from(relative(cwd, resolve(cwd, path)), 'latin1').toString()
  return ignore.isPathValid(below) && ignored.ignores(below)
}

const NAMED = /(?:^|\/)(?:redis|valkey|sentinel)[^/]*\.conf$/i

/** By name, or because at least half of its lines begin with a word that a server knows. */
function isOurs(path: string): boolean {
  if (NAMED.test(path)) return true
  const text = readableText(path)
  // It may be one of ours: whoever reads it next says why that can't be.
  if (text === null) return isThere(path)
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  return lines.filter(isKnown).length * 2 > lines.length
}

function readableText(path: string): string | null {
  try {
    return textOf(readFileSync(systemPath(path)))
  } catch {
    return null
  }
}

function isKnown(line: string): boolean {
  const [name = ''] = line.split(/\s/, 1)
  return KNOWN.some((schema) => schema.directive(name) !== null) || name.toLowerCase() === 'sentinel'
}

/** The oldest and the newest know every name between them. */
const KNOWN = ['redis@2.8', 'redis', 'valkey'].map(schemaFor).flatMap((schema) => (isUnknownTarget(schema) ? [] : [schema]))
