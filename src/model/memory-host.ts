import { bytesOf, sourceText } from '../parser/source-file.ts'
import { isGlob, matchesComponent } from './glob.ts'
import type { Host, PathKind } from './host.ts'
import { resolvePath } from './paths.ts'

/** A folder of the tree that the paths of a memory host make up. */
interface Folder {
  readonly folders: Map<string, Folder>
  readonly files: Map<string, Uint8Array>
}

export type MemoryFiles = ReadonlyMap<string, Uint8Array | string> | Readonly<Record<string, Uint8Array | string>>

const isMap = (files: MemoryFiles): files is ReadonlyMap<string, Uint8Array | string> => files instanceof Map

/**
 * A host whose disk is a Map or a plain object from path to bytes (or to text: of one char a byte, or of any chars, which are encoded as UTF-8).
 * Its working directory is its root; folders are there because files are in them.
 *
 * @example memoryHost({ 'redis.conf': 'include conf.d/*.conf\n', 'conf.d/a.conf': 'port 0\n' })
 */
export function memoryHost(files: MemoryFiles): Host {
  const root: Folder = { folders: new Map(), files: new Map() }
  for (const [path, content] of isMap(files) ? files : Object.entries(files)) {
    put(root, resolvePath('/', path).slice(1).split('/'), typeof content === 'string' ? bytesOf(sourceText(content)) : content)
  }
  return {
    cwd: '/',
    read: (path) => Promise.resolve(read(root, path)),
    kind: (path) => Promise.resolve(kindOf(root, path)),
    glob: (pattern, cwd) => Promise.resolve(glob(root, pattern, cwd)),
  }
}

function put(root: Folder, parts: readonly string[], content: Uint8Array): void {
  let folder = root
  for (const part of parts.slice(0, -1)) {
    const next: Folder = folder.folders.get(part) ?? { folders: new Map(), files: new Map() }
    folder.folders.set(part, next)
    folder = next
  }
  folder.files.set(parts.at(-1) ?? '', content)
}

function find(root: Folder, path: string): Folder | Uint8Array | null {
  let at: Folder = root
  const parts = resolvePath('/', path).split('/').filter((part) => part !== '')
  for (const [i, part] of parts.entries()) {
    const folder = at.folders.get(part)
    if (folder !== undefined) at = folder
    else return i === parts.length - 1 ? at.files.get(part) ?? null : null
  }
  return at
}

function read(root: Folder, path: string): Uint8Array | null {
  const found = find(root, path)
  return found === null || found instanceof Uint8Array ? found : new Uint8Array()
}

function kindOf(root: Folder, path: string): PathKind {
  const found = find(root, path)
  if (found === null) return null
  return found instanceof Uint8Array ? 'file' : 'directory'
}

function glob(root: Folder, pattern: string, cwd: string): string[] {
  const parts = pattern.split('/')
  let spelled: string[] = [pattern.startsWith('/') ? '' : '.']
  for (const [i, part] of parts.entries()) {
    if (i === 0 && part === '' && parts.length > 1) continue
    spelled = spelled.flatMap((base) => step(root, cwd, base, part))
  }
  return spelled.map((path) => (path.startsWith('./') ? path.slice(2) : path)).sort(byBytes)
}

/** `base` with each name that one component of the pattern stands for there. */
function step(root: Folder, cwd: string, base: string, part: string): string[] {
  const at = find(root, resolvePath(cwd, base === '' ? '/' : base))
  if (at === null || at instanceof Uint8Array) return []
  if (!isGlob(part)) {
    const plain = part.replace(/\\(.)/g, '$1')
    return find(root, resolvePath(cwd, `${base}/${plain}`)) === null ? [] : [`${base}/${plain}`]
  }
  return ['.', '..', ...at.folders.keys(), ...at.files.keys()].filter((name) => matchesComponent(part, name)).map((name) => `${base}/${name}`)
}

/** Text of one char a byte compares as its bytes do. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
