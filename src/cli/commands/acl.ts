import { resolve } from 'node:path'
import { loadedUsers, type LoadedUser } from '../../model/acl/index.ts'
import { dryRun } from '../../model/dry-run.ts'
import type { Project, Runtime } from '../../model/project.ts'
import { textOf } from '../../parser/index.ts'
import { accountOf } from '../../report/acl/account.ts'
import { answerOf, printAnswer, type Answer } from '../../report/acl/answer.ts'
import { differenceOf, printDifference } from '../../report/acl/difference.ts'
import { minimalLine, printMinimalLine } from '../../report/acl/minimal-line.ts'
import { printAccounts } from '../../report/acl/print-accounts.ts'
import { refuse, type Args, type Command, type ExitCode, type Io } from '../command.ts'
import { bytePath } from '../node-host.ts'
import { format, RUNTIME, TARGET } from '../options.ts'
import { isProblem } from '../problem.ts'
import { loadServers } from '../servers.ts'

export const acl: Command = {
  name: 'acl',
  usage: 'acl FILE [can USER COMMAND… | who COMMAND… | diff OTHER | minimize USER --log FILE]',
  summary: 'the users of an ACL file or a redis.conf: what each may do, who may do what, and the rule that decides',
  options: [
    TARGET,
    RUNTIME,
    { name: 'log', value: 'FILE', summary: 'minimize: what MONITOR printed, or one command line a line; - is stdin' },
    format('text', 'json'),
  ],
  examples: [
    'users.acl', 'redis.conf can app config set dir /tmp', 'users.acl who FLUSHALL', 'old.acl diff new.acl', 'users.acl minimize app --log monitor.txt',
  ],
  run,
}

/** The users of one file, and how to answer. */
interface Asked {
  readonly project: Project
  readonly users: ReadonlyMap<string, LoadedUser>
  readonly rest: readonly string[]
  readonly json: boolean
  readonly args: Args
  readonly io: Io
}

const QUESTIONS: Readonly<Record<string, (asked: Asked) => ExitCode | Promise<ExitCode>>> = { can, who, diff, minimize }

async function run(args: Args, io: Io): Promise<ExitCode> {
  const [file, question, ...rest] = args.operands
  if (file === undefined) return refuse(io, 'which file? Name an ACL file or a redis.conf\nTry: redis-conf-lint acl --help')
  const loaded = await load(file, args, io)
  if (typeof loaded === 'string') return refuse(io, loaded)
  const asked: Asked = { ...loaded, rest, args, io, json: args.text('format') === 'json' }
  if (question === undefined) return accounts(asked)
  const answer = Object.hasOwn(QUESTIONS, question) ? QUESTIONS[question] : undefined
  return answer === undefined ? refuse(io, `acl FILE ${question}: there is can, who, diff and minimize\nTry: redis-conf-lint acl --help`) : answer(asked)
}

async function load(file: string, args: Args, io: Io): Promise<Pick<Asked, 'project' | 'users'> | string> {
  const wanted = { target: { option: args.text('target'), config: null }, runtime: (args.text('runtime') as Runtime | null) ?? 'host' }
  const servers = await loadServers([file], wanted, io.host)
  if (isProblem(servers)) return servers.problem
  const [server] = servers
  if (server === undefined) return `can't read ${file}`
  const { project } = server
  if (!project.schema.has('acl')) return `${project.schema.release.id} has no users: they came with Redis 6.0`
  const model = dryRun(project)
  for (const problem of model.problems.slice(0, 3)) io.err(`${file} does not load as it is: ${problem.path}:${problem.line}: ${problem.message}\n`)
  return { project, users: new Map(Array.from(loadedUsers(model), (user) => [user.name, user])) }
}

function accounts({ project, users, json, io }: Asked): ExitCode {
  const told = function* (): Iterable<ReturnType<typeof accountOf>> {
    for (const user of users.values()) yield accountOf(user, project)
  }
  io.out(json ? jsonOf({ target: project.schema.release.id, users: [...told()] }) : printAccounts(told(), users.size, io.palette, io.width))
  return 0
}

function can({ project, users, rest, json, io }: Asked): ExitCode {
  const [name, command, ...words] = rest.map(bytePath)
  if (name === undefined || command === undefined) return refuse(io, 'acl FILE can USER COMMAND…: name a user and a command')
  const user = users.get(name)
  if (user === undefined) return refuse(io, `there is no user ${rest[0] ?? ''}`)
  const answer = answerOf(user, [command, ...words], project)
  io.out(json ? jsonOf(answer) : printAnswer(answer))
  return answer.allowed ? 0 : 1
}

/** Users that can log in and may; of the others only how many there are. */
function who({ project, users, rest, json, io }: Asked): ExitCode {
  const [command, ...words] = rest.map(bytePath)
  if (command === undefined) return refuse(io, 'acl FILE who COMMAND…: name a command')
  const answers: Answer[] = []
  for (const user of users.values()) {
    const answer = answerOf(user, [command, ...words], project)
    if (answer.allowed) answers.push(answer)
  }
  const able = answers.filter(({ locked }) => !locked)
  if (json) io.out(jsonOf({ command: rest, users: answers }))
  else io.out(able.length === 0 ? `nobody of ${users.size} users\n` : able.map(({ user, because, at }) => `${user}  ${because}${at === null ? '' : `  (${at})`}\n`).join(''))
  const locked = answers.length - able.length
  if (!json && locked > 0) io.err(`${locked} more may by their rules, but nobody can log in as them\n`)
  return able.length > 0 ? 0 : 1
}

async function diff({ users, rest, json, args, io }: Asked): Promise<ExitCode> {
  const [other] = rest
  if (other === undefined) return refuse(io, 'acl FILE diff OTHER: name the other file')
  const loaded = await load(other, args, io)
  if (typeof loaded === 'string') return refuse(io, loaded)
  const differences = differenceOf(users, loaded.users)
  io.out(json ? jsonOf({ users: differences }) : differences.length === 0 ? 'all users may do the same\n' : differences.map(printDifference).join(''))
  return differences.length === 0 ? 0 : 1
}

async function minimize({ project, users, rest, json, args, io }: Asked): Promise<ExitCode> {
  const [name] = rest
  const log = args.text('log')
  if (name === undefined || log === null) return refuse(io, 'acl FILE minimize USER --log FILE: name a user, and a log of what it runs')
  const user = users.get(bytePath(name))
  if (user === undefined) return refuse(io, `there is no user ${name}`)
  const bytes = log === '-' ? await io.stdin() : await io.host.read(bytePath(resolve(io.host.cwd, log)))
  if (bytes === null) return refuse(io, `can't read ${log}`)
  const minimal = minimalLine(user, textOf(bytes), project)
  if (minimal === null) return refuse(io, `${name} stands on no line, so there is none to tighten`)
  if (minimal.rules.commands.length === 0) return refuse(io, `${log} holds no command that ${project.schema.release.id} knows`)
  io.out(json ? jsonOf(minimal) : printMinimalLine(minimal))
  return 0
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
