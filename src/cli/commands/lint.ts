import { lint as check } from '../../lint.ts'
import { resolvePath } from '../../model/paths.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { entriesOf } from '../entries.ts'
import { LINT_OPTIONS } from '../lint-options.ts'
import { bytePath } from '../node-host.ts'
import { finish, reportOf } from '../outcome.ts'
import { isProblem, misuse, type Problem } from '../problem.ts'
import { loadServers, withFile, type LoadedServer } from '../servers.ts'
import { settingsOf, type LintSettings } from '../settings.ts'

export const lint: Command = {
  name: 'lint',
  usage: '[FILE|FOLDER|PATTERN|-]…',
  summary: 'says what a real server would do with its configuration, what an attacker could do, and fixes it',
  options: LINT_OPTIONS,
  examples: [
    '/etc/redis/redis.conf',
    '--diff --target valkey@8.1 valkey.conf',
    '--fix --password env:REDIS_PASSWORD redis.conf',
    '--format github --output sarif:redis.sarif config/',
  ],
  run,
}

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  if (args.operands.length === 0) return misuse('which file? Name a redis.conf, a folder, or - for stdin')
  const settings = await settingsOf(args, io)
  if (isProblem(settings)) return settings
  const entries = await entriesOf(args.operands, io.cwd)
  if (isProblem(entries)) return entries
  if (entries.length > 1 && entries.includes('-')) return misuse('- stands alone: stdin is one file')
  const stdin = entries.includes('-') ? { name: bytePath(args.text('stdin-filename') ?? 'stdin.conf'), bytes: await io.stdin() } : null
  const host = stdin === null ? io.host : withFile(io.host, stdin.name, stdin.bytes)
  const servers = await loadServers(stdin === null ? entries : [stdin.name], settings, host)
  if (isProblem(servers)) return servers
  const inTheWay = settings.outputs.length === 0 ? null : (await import('../outputs.ts')).wrongOutput(settings.outputs, servers, io.cwd)
  if (inTheWay !== null) return inTheWay
  return carryOut(args, { settings, servers, stdin: stdin?.name ?? null }, io)
}

interface Task {
  readonly settings: LintSettings
  readonly servers: readonly LoadedServer[]
  /** The name of what was read from stdin. */
  readonly stdin: string | null
}

async function carryOut(args: Args, { settings, servers, stdin }: Task, io: Io): Promise<ExitCode> {
  if (args.flag('diff')) return (await import('../diff-files.ts')).diffFiles(servers, settings, io)
  if (args.flag('fix')) {
    const { fixFiles, fixText } = await import('../fix-files.ts')
    return stdin === null ? fixFiles(servers, settings, io) : fixText(servers, resolvePath(io.host.cwd, stdin), settings, io)
  }
  return finish(reportOf(servers, servers.flatMap(({ project }) => check(project, settings.lint)), settings), settings, io)
}
