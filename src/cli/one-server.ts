import type { Host } from '../model/host.ts'
import { resolvePath } from '../model/paths.ts'
import type { Runtime } from '../model/project.ts'
import { decodeForDisplay } from '../parser/index.ts'
import type { Io } from './command.ts'
import { entriesOf } from './entries.ts'
import { readStream } from './node-host.ts'
import { isProblem, misuse, type Problem } from './problem.ts'
import { loadServers, withFile, type LoadedServer } from './servers.ts'

/** The file that a command is about, and the host that has it. */
export interface OneFile {
  /** One char a byte. */
  readonly path: string
  readonly host: Host
}

/** The operand as the one file of a command; `-` is stdin. */
export async function oneFile(operand: string | undefined, io: Io, command: string): Promise<OneFile | Problem> {
  if (operand === undefined) return misuse(`which file? Name a redis.conf${command === 'acl' ? ' or an ACL file' : ''}`)
  if (operand === '-') return { path: 'stdin.conf', host: withFile(io.host, 'stdin.conf', await io.stdin()) }
  const entries = await entriesOf([operand], io.cwd)
  if (isProblem(entries)) return entries
  const [path, ...more] = entries
  if (path === undefined || more.length > 0) return { problem: `${operand} is ${entries.length} files, and \`${command}\` takes one` }
  // A pipe can be read only once, and the file may be asked for release after release.
  const stream = readStream(resolvePath(io.host.cwd, path))
  return { path, host: stream === null ? io.host : withFile(io.host, path, stream) }
}

/** The server that is started with the file; `target` null: as the file says, else the newest. `by` is the option that names it. */
export async function loadOne({ path, host }: OneFile, target: string | null, runtime: Runtime | null, by?: string): Promise<LoadedServer | Problem> {
  const servers = await loadServers([path], { target: { option: target, config: null, ...(by === undefined ? {} : { by }) }, runtime: runtime ?? 'host' }, host)
  if (isProblem(servers)) return servers
  const [server] = servers
  return server ?? { problem: `can't read ${decodeForDisplay(path)}` }
}
