import yargs, { type Option, type Yargs } from 'yargs'
import { COMMON } from './arguments.ts'
import type { Command, OptionSpec } from './command.ts'

const PROGRAM = 'redis-conf-lint'

/** What `command --help` prints. */
export async function helpOf(command: Command, width: number, others: readonly Command[] = []): Promise<string> {
  const screen = plain(width).usage(`${PROGRAM} ${command.usage}\n\n${sentence(command.summary)}`)
  for (const other of others) screen.command(other.usage, other.summary)
  for (const spec of [...command.options, ...COMMON]) screen.options({ [titleOf(spec)]: shown(spec) })
  const called = command.name === 'lint' ? PROGRAM : `${PROGRAM} ${command.name}`
  for (const example of command.examples ?? []) screen.example(`${called} ${example}`, '')
  return `${await screen.epilogue(EXIT_CODES).getHelp()}\n`
}

const EXIT_CODES = 'Exit codes: 0 clean or done, 1 findings, 2 it could not do what was asked.'

/** Only what is ours: no locale of the user's, no `--help` and `--version` of yargs'. */
const plain = (width: number): Yargs => yargs([]).scriptName(PROGRAM).locale('en').help(false).version(false).wrap(width)

/** An option is listed with what its value is, which yargs has no field for. */
function titleOf(spec: OptionSpec): string {
  if (spec.value === undefined) return spec.name
  return spec.alone === undefined ? `${spec.name} ${spec.value}` : `${spec.name}[=${spec.value}]`
}

const shown = (spec: OptionSpec): Option => ({ description: spec.summary, ...(spec.short === undefined ? {} : { alias: spec.short }) })

const sentence = (summary: string): string => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`

/** What may follow `words`; the last of them is not finished. */
export function completions(words: readonly string[], commands: readonly Command[]): Promise<readonly string[]> {
  return completing(commands).getCompletion(words)
}

function completing(commands: readonly Command[]): Yargs {
  const all = plain(80)
  for (const command of commands) {
    all.command(command.usage, command.summary, Object.fromEntries([...command.options, ...COMMON].map((spec) => [spec.name, completed(spec)])))
  }
  return all
}

const completed = (spec: OptionSpec): Option => ({ ...shown(spec), ...(spec.choices === undefined ? {} : { choices: spec.choices }) })
