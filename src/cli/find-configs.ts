import { existsSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob } from 'tinyglobby'
import { textOf } from '../parser/index.ts'
import { isUnknownTarget, schemaFor } from '../schema/index.ts'

/** Files under a folder that look like ours, but for those that ignore files of the working directory name. */
export function configsIn(folder: string, cwd: string): readonly string[] {
  const ignored = ignoredIn(cwd)
  const ours = filesBelow(resolve(cwd, folder))
    .map((path) => join(folder, path))
    .filter((path) => !isIgnored(path, cwd, ignored) && isOurs(resolve(cwd, path)))
  return onceEach(ours, cwd).sort()
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
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** A link that leads nowhere is a file that can't be read. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return !existsSync(path) || statSync(path).isFile()
}

/** Of several names of a file, the one that is nearest to where the search began. */
function onceEach(paths: readonly string[], cwd: string): string[] {
  const names = new Map<string, string>()
  for (const path of paths) {
    const full = resolve(cwd, path)
    const real = existsSync(full) ? realpathSync(full) : full
    if (!names.has(real)) names.set(real, path)
  }
  return [...names.values()]
}

/** Files that a pattern matches, whatever they look like. */
export async function matchesOf(pattern: string, cwd: string): Promise<readonly string[]> {
  return (await glob(pattern, { cwd, dot: true, expandDirectories: false })).sort()
}

function ignoredIn(cwd: string): Ignore {
  const files = ['.gitignore', '.redis-conf-lintignore'].map((name) => join(cwd, name)).filter((path) => existsSync(path))
  return ignore().add(files.map((path) => readFileSync(path, 'utf8')))
}

function isIgnored(path: string, cwd: string, ignored: Ignore): boolean {
  const below = relative(cwd, resolve(cwd, path))
  return ignore.isPathValid(below) && ignored.ignores(below)
}

const NAMED = /(?:^|\/)(?:redis|valkey|sentinel)[^/]*\.conf$/i

/** By name, or because at least half of its lines begin with a word that a server knows. */
function isOurs(path: string): boolean {
  if (NAMED.test(path)) return true
  const text = readableText(path)
  // It may be one of ours: whoever reads it next says why that can't be.
  if (text === null) return existsSync(path)
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  return lines.filter(isKnown).length * 2 > lines.length
}

function readableText(path: string): string | null {
  try {
    return textOf(readFileSync(path))
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
