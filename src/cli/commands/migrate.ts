import { lintServer, type LintOptions } from '../../lint.ts'
import { dryRun } from '../../model/dry-run.ts'
import { migration, type Side } from '../../model/migration.ts'
import type { CheckedServer } from '../../report/lint-report.ts'
import type { LoadedServer } from '../servers.ts'
import { jsonMigration } from '../../report/migration/json.ts'
import { isBroken, type Migrated } from '../../report/migration/migrated.ts'
import { prettyMigration } from '../../report/migration/pretty.ts'
import { trialOf } from '../../report/start/trial.ts'
import { plural } from '../../report/counts.ts'
import { rules } from '../../rules/list.ts'
import { refuse, type Args, type Command, type ExitCode, type Io } from '../command.ts'
import { fixServers } from '../fix-servers.ts'
import { loadOne, oneFile, type OneFile } from '../one-server.ts'
import { BACKUP, DIFF, FIX, format, SHOW_SECRETS } from '../options.ts'
import { isProblem, misuse, type Problem } from '../problem.ts'
import type { LintSettings } from '../settings.ts'
import { VERSION } from '../version.ts'
import { writeFiles } from '../write-files.ts'

export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate FILE --to SERVER@VERSION',
  summary: 'says what another release would refuse, ignore or understand otherwise, and rewrites the file for it',
  options: [
    { name: 'from', value: 'SERVER@VERSION', summary: 'the server that reads the file now, e.g. redis@5.0; not given: as the file says' },
    { name: 'to', value: 'SERVER@VERSION', summary: 'the server that is to read it, e.g. redis@7.2, valkey@8.1' },
    { ...FIX, against: { ...FIX.against, '-': 'there is no file to write; choose --diff' }, summary: 'write the file as the new release wants it' },
    DIFF,
    BACKUP,
    format('pretty', 'json'),
    SHOW_SECRETS,
  ],
  most: 1,
  examples: ['--from redis@5.0 --to redis@7.2 redis.conf', '--from redis@7.2 --to valkey@8.1 --diff redis.conf'],
  run,
}

async function run(args: Args, io: Io): Promise<ExitCode | Problem> {
  const to = args.text('to')
  if (to === null) return misuse('to which release? Name it with --to, e.g. --to valkey@8.1')
  const file = await oneFile(args.operands[0], io, 'migrate')
  if (isProblem(file)) return file
  const [before, after] = await bothOf(file, args.text('from'), to)
  if (isProblem(before)) return before
  if (isProblem(after)) return after
  if (args.flag('diff')) return (await import('../diff-files.ts')).diffFiles([after], settingsFor(args), io)
  const migrated = migratedOf(before, after)
  if (args.flag('fix')) return fix(migrated, after, args, io)
  io.out(args.text('format') === 'json' ? jsonMigration(migrated, VERSION) : prettyMigration(migrated, io))
  return isBroken(migrated) ? 1 : 0
}

async function bothOf(file: OneFile, from: string | null, to: string): Promise<readonly [LoadedServer | Problem, LoadedServer | Problem]> {
  return [await loadOne(file, from, null, '--from'), await loadOne(file, to, null, '--to')]
}

/** Rules about what a release makes of a line. Hardening is another matter, and so is a line that another one replaces. */
const LEFT_OUT: ReadonlySet<string> = new Set(['overridden-directive'])

const ONLY_STARTUP: LintOptions = {
  rules: Object.fromEntries(rules.filter(({ meta }) => meta.category !== 'startup' || LEFT_OUT.has(meta.id)).map(({ meta }) => [meta.id, 'off' as const])),
  inlineIgnores: false,
}

function migratedOf(before: CheckedServer, after: CheckedServer): Migrated {
  const from: Side = { project: before.project, server: dryRun(before.project) }
  const to: Side = { project: after.project, server: dryRun(after.project) }
  // What the old release refused already is told too: the new one does not start with it either.
  const changes = { ...migration(from, to), refused: to.server.problems }
  return {
    from, to, changes,
    refusals: trialOf(after.project).refusals,
    fixable: lintServer(to.project, to.server, ONLY_STARTUP).filter((diagnostic) => diagnostic.fix !== undefined),
  }
}

/** What is left is told as it would stand in the new file. */
async function fix(migrated: Migrated, after: LoadedServer, args: Args, io: Io): Promise<ExitCode> {
  const fixed = await fixServers([after], settingsFor(args))
  const rewrites = Array.from(fixed.files, ([path, file]) => ({ path, before: file.before, after: file.after }))
  const problem = writeFiles(rewrites, args.text('backup'))
  if (problem !== null) return refuse(io, problem.problem)
  const [server = after] = fixed.servers
  const left = migratedOf({ ...after, project: migrated.from.project }, server)
  io.err(`${plural(rewrites.length, 'file')} written\n`)
  io.out(args.text('format') === 'json' ? jsonMigration(left, VERSION) : prettyMigration(left, io))
  return isBroken(left) ? 1 : 0
}

function settingsFor(args: Args): LintSettings {
  return {
    target: { option: args.text('to'), config: null }, runtime: 'host', lint: ONLY_STARTUP, fixLevel: 'repair', inputs: {}, backup: args.text('backup'),
    failOn: 'error', maxWarnings: 0, minSeverity: 'error', format: 'pretty', outputs: [], showSecrets: args.flag('show-secrets'),
  }
}
