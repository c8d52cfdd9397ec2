import { resolvePath } from '../model/paths.ts'
import type { Host } from '../model/host.ts'
import { loadProject } from '../model/load.ts'
import type { Runtime } from '../model/project.ts'
import { decodeForDisplay, textOf } from '../parser/index.ts'
import type { CheckedServer } from '../report/lint-report.ts'
import { readStream } from './node-host.ts'
import { isProblem, type Problem } from './problem.ts'
import { targetOf, type Named } from './target.ts'

export interface Wanted {
  readonly target: Named
  readonly runtime: Runtime
}

/** A server, and where more of its files can be read. */
export interface LoadedServer extends CheckedServer {
  readonly host: Host
  /** As it was written. */
  readonly target: string
}

/** Loads the server of each entry, whose paths have one char a byte. A file that another one includes is part of that one's server, not one of its own. */
export async function loadServers(entries: readonly string[], wanted: Wanted, host: Host): Promise<readonly LoadedServer[] | Problem> {
  const servers: LoadedServer[] = []
  for (const entry of entries) {
    const server = await loadServer(entry, wanted, host)
    if (isProblem(server)) return server
    servers.push(server)
  }
  return servers.filter((server, i) => !servers.some((other, j) => i !== j && reads(other, server) && !(i < j && reads(server, other))))
}

async function loadServer(path: string, { target, runtime }: Wanted, host: Host): Promise<LoadedServer | Problem> {
  const at = resolvePath(host.cwd, path)
  const bytes = await host.read(at) ?? readStream(at)
  if (bytes === null) return { problem: `can't read ${decodeForDisplay(path)}` }
  const release = targetOf(decodeForDisplay(path), textOf(bytes), target)
  if (isProblem(release)) return release
  // A pipe can be read only once.
  const once = withFile(host, path, bytes)
  const project = await loadProject({ entry: path, host: once, target: release.name, runtime })
  return { project, targetFrom: release.from, host: once, target: release.name }
}

const reads = ({ project }: CheckedServer, { project: { entry, cwd } }: CheckedServer): boolean => project.printed.has(resolvePath(cwd, entry))

/** A host that has other bytes at one path: what came from stdin. */
export function withFile(host: Host, path: string, bytes: Uint8Array): Host {
  const at = resolvePath(host.cwd, path)
  return {
    ...host,
    read: (asked) => (asked === at ? Promise.resolve(bytes) : host.read(asked)),
    kind: (asked) => (asked === at ? Promise.resolve('file') : host.kind(asked)),
  }
}
