import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob } from 'tinyglobby'
import { textOf } from '../parser/index.ts'
import { isUnknownTarget, schemaFor } from '../schema/index.ts'

/** Files under a folder that look like ours, but for those that ignore files of the working directory name. */
export async function configsIn(folder: string, cwd: string): Promise<readonly string[]> {
  const found = await glob('**/*.{conf,acl}', { cwd: resolve(cwd, folder), dot: true, ignore: ['**/node_modules/**', '**/.git/**'], followSymbolicLinks: false })
  const ignored = ignoredIn(cwd)
  return found
    .map((path) => join(folder, path))
    .filter((path) => !isIgnored(path, cwd, ignored) && isOurs(resolve(cwd, path)))
    .sort()
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
  const lines = textOf(readFileSync(path)).split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  return lines.filter(isKnown).length * 2 > lines.length
}

function isKnown(line: string): boolean {
  const [name = ''] = line.split(/\s/, 1)
  return KNOWN.some((schema) => schema.directive(name) !== null) || name.toLowerCase() === 'sentinel'
}

/** The oldest and the newest know every name between them. */
const KNOWN = ['redis@2.8', 'redis', 'valkey'].map(schemaFor).flatMap((schema) => (isUnknownTarget(schema) ? [] : [schema]))
