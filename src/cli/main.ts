import { COMMON, parseArguments } from './arguments.ts'
import { refuse, type Command, type ExitCode, type Io } from './command.ts'
import { allCommands, COMMANDS, isCommand } from './commands/index.ts'

/** Runs what the words ask for. Whatever the words are, it ends with one of the three exit codes. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = words
  if (first === '--version' || first === '-V') return print(io, `${(await import('./version.ts')).VERSION}\n`)
  if (first === '--get-yargs-completions') return print(io, await completionsOf(rest))
  if (first === undefined || !isCommand(first)) return run(await COMMANDS.lint(), words, io)
  return run(await COMMANDS[first](), rest, io)
}

async function run(command: Command, words: readonly string[], io: Io): Promise<ExitCode> {
  const parsed = await parseArguments(words, [...command.options, ...COMMON])
  if (parsed.kind === 'problem') return refuse(io, `${parsed.problem}\nTry: redis-conf-lint ${command.name === 'lint' ? '' : `${command.name} `}--help`)
  if (parsed.args.flag('help')) return print(io, await helpFor(command, io.width))
  return command.run(parsed.args, io)
}

async function helpFor(command: Command, width: number): Promise<string> {
  const { helpOf } = await import('./help.ts')
  return helpOf(command, width, command.name === 'lint' ? (await allCommands()).filter((other) => other.name !== 'lint') : [])
}

async function completionsOf(words: readonly string[]): Promise<string> {
  const { completions } = await import('./help.ts')
  return (await completions(words, await allCommands())).map((word) => `${word}\n`).join('')
}

function print(io: Io, text: string): 0 {
  io.out(text)
  return 0
}
