import type { Host } from '../model/host.ts'
import type { Runtime } from '../model/project.ts'
import type { CheckedServer } from '../report/lint-report.ts'
import type { Args, Io } from './command.ts'
import { entriesOf } from './entries.ts'
import { bytePath } from './node-host.ts'
import { isProblem, type Problem } from './problem.ts'
import { loadServers, withFile } from './servers.ts'

/** The file that a command is about, and the host that has it. */
export interface OneFile {
  readonly path: string
  readonly host: Host
}

/** The first operand as the one file of a command; `-` is stdin. */
export async function oneFile(args: Args, io: Io, command: string): Promise<OneFile | Problem> {
  const [operand] = args.operands
  if (operand === undefined) return { problem: `which file? Name a redis.conf\nTry: redis-conf-lint ${command} --help` }
  if (operand === '-') return { path: 'stdin.conf', host: withFile(io.host, bytePath('stdin.conf'), await io.stdin()) }
  const entries = await entriesOf([operand], io.cwd)
  if (isProblem(entries)) return entries
  const [path, ...more] = entries
  if (path === undefined || more.length > 0) return { problem: `${operand} is ${entries.length} files, and \`${command}\` takes one` }
  return { path, host: io.host }
}

/** The server that is started with the file; `target` null: as the file says, else the newest. */
export async function loadOne({ path, host }: OneFile, target: string | null, runtime: Runtime | null): Promise<CheckedServer | Problem> {
  const servers = await loadServers([path], { target: { option: target, config: null }, runtime: runtime ?? 'host' }, host)
  if (isProblem(servers)) return servers
  const [server] = servers
  return server ?? { problem: `can't read ${path}` }
}
