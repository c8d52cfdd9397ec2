import type { Inputs } from '../fixer/inputs.ts'
import type { LintOptions } from '../lint.ts'
import type { Runtime } from '../model/project.ts'
import { FORMAT_NAMES, isFormat, type FormatName } from '../report/formats.ts'
import { rules } from '../rules/list.ts'
import type { FixKind, Severity } from '../rules/rule.ts'
import type { Args, Io } from './command.ts'
import { readConfig } from './config-file.ts'
import type { Config } from './config-fields.ts'
import { LEVELS, type FailOn, type Level } from './levels.ts'
import { inputsOf } from './inputs.ts'
import { nearest } from './nearest.ts'
import { isProblem, misuse, type Problem } from './problem.ts'
import type { Named } from './target.ts'

/** What a run is to do: the options, completed by the configuration file. */
export interface LintSettings {
  readonly target: Named
  readonly runtime: Runtime
  readonly lint: LintOptions
  readonly fixLevel: FixKind
  readonly inputs: Inputs
  /** Suffix of the copies of what was there before. */
  readonly backup: string | null
  readonly failOn: FailOn
  readonly maxWarnings: number
  readonly minSeverity: Severity
  readonly format: FormatName
  /** Reports that go to files. */
  readonly outputs: readonly Output[]
  readonly showSecrets: boolean
}

export interface Output {
  readonly format: FormatName
  readonly path: string
}

export async function settingsOf(args: Args, io: Io): Promise<LintSettings | Problem> {
  const config = args.flag('no-config') ? {} : await readConfig(args.text('config'), io.cwd)
  if (isProblem(config)) return config
  const rules = levelsOf(args.list('rule'), config)
  if (isProblem(rules)) return rules
  const inputs = await inputsOf(args, config, io)
  if (isProblem(inputs)) return inputs
  const printing = printingOf(args)
  if (isProblem(printing)) return printing
  const failing = failingOf(args, config)
  if (isProblem(failing)) return failing
  return {
    target: { option: args.text('target'), config: config.target ?? null },
    runtime: (args.text('runtime') as Runtime | null) ?? config.runtime ?? 'host',
    lint: lintOptions(args, config, rules),
    fixLevel: (args.text('fix-level') as FixKind | null) ?? 'input',
    inputs,
    backup: args.text('backup'),
    ...failing,
    ...printing,
  }
}

function failingOf(args: Args, config: Config): Pick<LintSettings, 'failOn' | 'maxWarnings' | 'minSeverity'> | Problem {
  const maxWarnings = Number(args.text('max-warnings') ?? 0)
  if (!Number.isInteger(maxWarnings) || maxWarnings < 0) return misuse('--max-warnings takes a number, 0 or more')
  return {
    failOn: (args.text('fail-on') as FailOn | null) ?? config.failOn ?? 'warning',
    maxWarnings,
    minSeverity: args.flag('quiet') ? 'error' : (args.text('min-severity') as Severity | null) ?? 'info',
  }
}

function printingOf(args: Args): Pick<LintSettings, 'format' | 'outputs' | 'showSecrets'> | Problem {
  const outputs = args.list('output').map(outputOf)
  return outputs.find(isProblem) ?? {
    format: (args.text('format') as FormatName | null) ?? 'pretty',
    outputs: outputs.filter((output): output is Output => !isProblem(output)),
    showSecrets: args.flag('show-secrets'),
  }
}

/** `FORMAT:FILE` */
function outputOf(text: string): Output | Problem {
  const colon = text.indexOf(':')
  const format = text.slice(0, colon)
  const path = text.slice(colon + 1)
  if (colon > 0 && isFormat(format) && path !== '') return { format, path }
  return misuse(`--output ${text} is not FORMAT:FILE; the formats are ${FORMAT_NAMES.join(', ')}`)
}

function lintOptions(args: Args, config: Config, levels: Readonly<Record<string, Level>>): LintOptions {
  const preset = (args.text('preset') as LintOptions['preset'] | null) ?? config.preset
  return {
    rules: levels,
    ...(preset === undefined ? {} : { preset }),
    ...(config.adminUsers === undefined ? {} : { adminUsers: config.adminUsers }),
    ...(config.addresses === undefined ? {} : { addresses: config.addresses }),
    inlineIgnores: !args.flag('no-inline-ignores'),
    today: new Date().toISOString().slice(0, 10),
  }
}

/** What the configuration and, over it, `--rule ID=LEVEL` say. */
function levelsOf(given: readonly string[], config: Config): Readonly<Record<string, Level>> | Problem {
  const pairs = given.map((text) => text.split('='))
  const misspelt = pairs.findIndex(([, level]) => !LEVELS.includes(level as Level))
  if (misspelt >= 0) return misuse(`--rule ${given[misspelt] ?? ''} is not ID=LEVEL, with ${LEVELS.join(', ')} for the level`)
  const levels = { ...config.rules, ...(Object.fromEntries(pairs) as Record<string, Level>) }
  const known = rules.map(({ meta }) => meta.id)
  const unknown = Object.keys(levels).find((id) => !known.includes(id))
  if (unknown === undefined) return levels
  const near = nearest(unknown, known)
  return misuse(`there is no rule \`${unknown}\`${near === null ? '; `redis-conf-lint rules` lists them' : `; did you mean \`${near}\`?`}`)
}
