import { lint as check } from '../../lint.ts'
import { resolvePath } from '../../model/paths.ts'
import { refuse, type Args, type Command, type ExitCode, type Io } from '../command.ts'
import { entriesOf } from '../entries.ts'
import { LINT_OPTIONS } from '../lint-options.ts'
import { bytePath } from '../node-host.ts'
import { finish, reportOf } from '../outcome.ts'
import { isProblem } from '../problem.ts'
import { loadServers, withFile } from '../servers.ts'
import { settingsOf } from '../settings.ts'

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

async function run(args: Args, io: Io): Promise<ExitCode> {
  if (args.operands.length === 0) return refuse(io, 'which file? Name a redis.conf, a folder, or - for stdin\nTry: redis-conf-lint --help')
  const settings = await settingsOf(args, io)
  if (isProblem(settings)) return refuse(io, settings.problem)
  const entries = await entriesOf(args.operands, io.cwd)
  if (isProblem(entries)) return refuse(io, entries.problem)
  if (entries.length > 1 && entries.includes('-')) return refuse(io, '- stands alone: stdin is one file')
  const stdin = entries.includes('-') ? { name: args.text('stdin-filename') ?? 'stdin.conf', bytes: await io.stdin() } : null
  const host = stdin === null ? io.host : withFile(io.host, bytePath(stdin.name), stdin.bytes)
  const servers = await loadServers(entries.map((entry) => (entry === '-' ? stdin?.name ?? entry : entry)), settings, host)
  if (isProblem(servers)) return refuse(io, servers.problem)
  if (args.flag('diff')) return (await import('../diff-files.ts')).diffFiles(servers, settings, io)
  if (args.flag('fix')) {
    const { fixFiles, fixText } = await import('../fix-files.ts')
    return stdin === null ? fixFiles(servers, settings, io) : fixText(servers, resolvePath(io.host.cwd, bytePath(stdin.name)), settings, io)
  }
  return finish(reportOf(servers, servers.flatMap(({ project }) => check(project, settings.lint)), settings), settings, io)
}
