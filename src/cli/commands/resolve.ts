import { dryRun } from '../../model/dry-run.ts'
import type { Runtime } from '../../model/project.ts'
import { jsonRows } from '../../report/resolve/json.ts'
import { prettyRows } from '../../report/resolve/pretty.ts'
import { differs, rowOf, settingRows, type SettingRow } from '../../report/resolve/rows.ts'
import { verdict } from '../../report/start/pretty.ts'
import { trialOf } from '../../report/start/trial.ts'
import type { CheckedServer } from '../../report/lint-report.ts'
import { nearestDirectives } from '../../schema/index.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { loadOne, oneFile } from '../one-server.ts'
import { format, RUNTIME, SHOW_SECRETS, TARGET } from '../options.ts'
import { isProblem, type Problem } from '../problem.ts'
import { VERSION } from '../version.ts'

export const resolve: Command = {
  name: 'resolve',
  usage: 'resolve FILE [NAME…]',
  summary: 'shows the settings in force, each with the line it comes from and what that replaced',
  options: [
    { name: 'all', summary: 'those on their default too' },
    TARGET,
    RUNTIME,
    format('pretty', 'json'),
    SHOW_SECRETS,
  ],
  examples: ['redis.conf', 'redis.conf maxmemory save', '--all --format json redis.conf'],
  run,
}

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  const file = await oneFile(args.operands[0], io, 'resolve')
  if (isProblem(file)) return file
  const server = await loadOne(file, args.text('target'), args.text('runtime') as Runtime | null)
  if (isProblem(server)) return server
  const rows = rowsFor(args, server)
  if (isProblem(rows)) return rows
  const { project } = server
  const model = dryRun(project)
  const showSecrets = args.flag('show-secrets')
  io.out(args.text('format') === 'json' ? jsonRows(rows, project, model, VERSION, showSecrets) : prettyRows(rows, project, showSecrets, io))
  if (model.starts) return 0
  const [first] = trialOf(project).refusals
  io.err(`${project.schema.release.id} does not start with this file: it ${first === undefined ? 'exits' : verdict(first, project.entry)}; these are the settings of the lines that it takes\n`)
  return 1
}

function rowsFor(args: Args, { project }: CheckedServer): readonly SettingRow[] | Problem {
  const { schema } = project
  const model = dryRun(project)
  const [, ...names] = args.operands
  if (names.length === 0) return settingRows(model, schema).filter((row) => args.flag('all') || differs(row))
  const rows: SettingRow[] = []
  for (const name of names) {
    const setting = model.setting(name)
    if (setting === null) return { problem: noSetting(name, schema.release.id, nearestDirectives(name, schema, 1)) }
    rows.push(rowOf(setting, schema))
  }
  return rows
}

function noSetting(name: string, release: string, [near]: readonly string[]): string {
  return `${release} has no setting \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`
}
