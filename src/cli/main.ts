import { COMMON, parseArguments } from './arguments.ts'
import { refuse, type Command, type ExitCode, type Io } from './command.ts'
import { allCommands, COMMANDS, isCommand } from './commands/index.ts'
import { isProblem, misuse, type Problem } from './problem.ts'

/** Runs what the words ask for. Whatever the words are, it ends with one of the three exit codes. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = words
  if (first === '--version' || first === '-V') return print(io, `${(await import('./version.ts')).VERSION}\n`)
  if (first === '--get-yargs-completions') return print(io, await completionsOf(rest))
  if (first === undefined || !isCommand(first)) return run(await COMMANDS.lint(), words, io)
  return run(await COMMANDS[first](), rest, io)
}

async function run(command: Command, words: readonly string[], io: Io): Promise<ExitCode> {
  const outcome = await outcomeOf(command, words, io)
  if (typeof outcome === 'number') return outcome
  const { problem, isMisuse, missing } = outcome
  const meant = command.name === 'lint' && missing !== undefined && missing === words[0] ? await commandLike(missing) : null
  if (meant !== null) return refuse(io, `${problem}; did you mean \`redis-conf-lint ${meant}\`?`)
  return refuse(io, isMisuse === true ? `${problem}\nTry: redis-conf-lint ${command.name === 'lint' ? '' : `${command.name} `}--help` : problem)
}

async function outcomeOf(command: Command, words: readonly string[], io: Io): Promise<ExitCode | Problem> {
  const args = await parseArguments(words, [...command.options, ...COMMON])
  if (isProblem(args)) return args
  if (args.flag('help')) return print(io, await helpFor(command, io.width))
  const extra = args.operands.slice(command.most ?? Infinity)
  if (extra.length > 0) return misuse(`\`redis-conf-lint ${command.usage}\` takes no more than that: ${extra.join(' ')} is too much`)
  return command.run(args, io)
}

/** What somebody meant who typed `tset redis.conf`. */
async function commandLike(word: string): Promise<string | null> {
  const { nearest } = await import('./nearest.ts')
  return nearest(word, Object.keys(COMMANDS))
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
