import type { Runtime } from '../../model/project.ts'
import { jsonTrials } from '../../report/start/json.ts'
import { prettyMatrix, prettyTrial } from '../../report/start/pretty.ts'
import { trialOf, type StartTrial } from '../../report/start/trial.ts'
import { RELEASES } from '../../schema/index.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { format, RUNTIME, TARGET } from '../options.ts'
import { isProblem, type Problem } from '../problem.ts'
import { loadOne, oneFile } from '../one-server.ts'
import { VERSION } from '../version.ts'

export const test: Command = {
  name: 'test',
  usage: 'test FILE',
  summary: 'says whether a server would start with this file, and if not, why',
  options: [
    { ...TARGET, summary: 'the server, e.g. redis@7.2, valkey@8.1; all: every release that is known' },
    RUNTIME,
    format('pretty', 'json'),
  ],
  most: 1,
  examples: ['redis.conf', '--target all redis.conf', '--target valkey@8.1 --format json valkey.conf'],
  run,
}

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  const trials = await trialsOf(args, io)
  if (isProblem(trials)) return trials
  const [only] = trials
  if (args.text('format') === 'json') io.out(jsonTrials(trials, VERSION))
  else if (args.text('target') === 'all' || only === undefined) io.out(prettyMatrix(trials, io))
  else io.out(prettyTrial(only, io))
  return trials.every(({ server }) => server.starts) ? 0 : 1
}

async function trialsOf(args: Args, io: Io): Promise<readonly StartTrial[] | Problem> {
  const file = await oneFile(args.operands[0], io, 'test')
  if (isProblem(file)) return file
  const asked = args.text('target')
  const targets = asked === 'all' ? RELEASES.map(({ id }) => id) : [asked]
  const trials: StartTrial[] = []
  for (const target of targets) {
    const server = await loadOne(file, target, args.text('runtime') as Runtime | null)
    if (isProblem(server)) return server
    trials.push(trialOf(server.project))
  }
  return trials
}
