import { resolve } from 'node:path'
import { loadedUsers, type LoadedUser } from '../../model/acl/index.ts'
import { dryRun } from '../../model/dry-run.ts'
import type { Project, Runtime } from '../../model/project.ts'
import { decodeForDisplay, textOf } from '../../parser/index.ts'
import { secretValues } from '../../fixer/secret-values.ts'
import { placeOf } from '../../report/concise.ts'
import { jsonText } from '../../report/json-text.ts'
import { accountOf } from '../../report/acl/account.ts'
import { answerOf, printAnswer, type Answer } from '../../report/acl/answer.ts'
import { differenceOf, printDifference } from '../../report/acl/difference.ts'
import { minimalLine, printMinimalLine } from '../../report/acl/minimal-line.ts'
import { printAccounts } from '../../report/acl/print-accounts.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { bytePath, readStream } from '../node-host.ts'
import { loadOne, oneFile } from '../one-server.ts'
import { format, RUNTIME, TARGET } from '../options.ts'
import { isProblem, misuse, type Problem } from '../problem.ts'
import { inWords, obstacleAt } from '../why-not-read.ts'

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

const QUESTIONS: Readonly<Record<string, (asked: Asked) => ExitCode | Problem | Promise<ExitCode | Problem>>> = { can, who, diff, minimize }

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  const [file, question, ...rest] = args.operands
  const loaded = await load(file, args, io)
  if (isProblem(loaded)) return loaded
  const asked: Asked = { ...loaded, rest, args, io, json: args.text('format') === 'json' }
  if (question === undefined) return accounts(asked)
  const answer = Object.hasOwn(QUESTIONS, question) ? QUESTIONS[question] : undefined
  return answer === undefined ? misuse(`acl FILE ${question}: there is can, who, diff and minimize`) : answer(asked)
}

async function load(operand: string | undefined, args: Args, io: Io): Promise<Pick<Asked, 'project' | 'users'> | Problem> {
  const file = await oneFile(operand, io, 'acl')
  if (isProblem(file)) return file
  const server = await loadOne(file, args.text('target'), args.text('runtime') as Runtime | null)
  if (isProblem(server)) return server
  const { project } = server
  if (!project.schema.has('acl')) return { problem: `${project.schema.release.id} has no users: they came with Redis 6.0` }
  const model = dryRun(project)
  for (const problem of model.problems.slice(0, 3)) io.err(`${decodeForDisplay(file.path)} does not load as it is: ${placeOf(problem.path)}:${problem.line}: ${secretValues(project).masked(problem.message)}\n`)
  return { project, users: new Map(Array.from(loadedUsers(model), (user) => [user.name, user])) }
}

function accounts({ project, users, json, io }: Asked): ExitCode {
  const told = function* (): Iterable<ReturnType<typeof accountOf>> {
    for (const user of users.values()) yield accountOf(user, project)
  }
  io.out(json ? jsonOf({ target: project.schema.release.id, users: [...told()] }) : printAccounts(told(), users.size, io.palette, io.width))
  return 0
}

function can({ project, users, rest, json, io }: Asked): ExitCode | Problem {
  const [name, command, ...words] = rest.map(bytePath)
  if (name === undefined || command === undefined) return misuse('acl FILE can USER COMMAND…: name a user and a command')
  const user = users.get(name)
  if (user === undefined) return { problem: `there is no user ${rest[0] ?? ''}` }
  const answer = answerOf(user, [command, ...words], project)
  io.out(json ? jsonOf(answer) : printAnswer(answer))
  return answer.allowed ? 0 : 1
}

/** Users that can log in and may; of the others only how many there are. */
function who({ project, users, rest, json, io }: Asked): ExitCode | Problem {
  const [command, ...words] = rest.map(bytePath)
  if (command === undefined) return misuse('acl FILE who COMMAND…: name a command')
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

async function diff({ users, rest, json, args, io }: Asked): Promise<ExitCode | Problem> {
  const [other, ...more] = rest
  if (other === undefined || more.length > 0) return misuse('acl FILE diff OTHER: name the one other file')
  const loaded = await load(other, args, io)
  if (isProblem(loaded)) return loaded
  const differences = differenceOf(users, loaded.users)
  io.out(json ? jsonOf({ users: differences }) : differences.length === 0 ? 'all users may do the same\n' : differences.map(printDifference).join(''))
  return differences.length === 0 ? 0 : 1
}

async function minimize({ project, users, rest, json, args, io }: Asked): Promise<ExitCode | Problem> {
  const [name, ...more] = rest
  const log = args.text('log')
  if (name === undefined || more.length > 0 || log === null) return misuse('acl FILE minimize USER --log FILE: name a user, and a log of what it runs')
  const user = users.get(bytePath(name))
  if (user === undefined) return { problem: `there is no user ${name}` }
  const bytes = log === '-' ? await io.stdin() : await logAt(log, io)
  if (isProblem(bytes)) return bytes
  const minimal = minimalLine(user, textOf(bytes), project)
  if (minimal === null) return { problem: `${name} stands on no line, so there is none to tighten` }
  if (minimal.rules.commands.length === 0) return { problem: `${log} holds no command that ${project.schema.release.id} knows` }
  io.out(json ? jsonOf(minimal) : printMinimalLine(minimal))
  return 0
}

async function logAt(log: string, io: Io): Promise<Uint8Array | Problem> {
  const at = resolve(io.host.cwd, bytePath(log))
  const obstacle = await obstacleAt(at)
  const bytes = obstacle === null ? await io.host.read(at) ?? readStream(at) : null
  return bytes ?? { problem: `can't read ${log}${obstacle === null ? '' : `: ${inWords(obstacle)}`}` }
}

const jsonOf = jsonText
