import type { CommandFacts, CommandTable } from '../../schema/schema.ts'

export type Argv = readonly [string, ...string[]]

/** Which command a command line is. `argc` says whether the count of its words is one the command takes. */
export interface NamedCommand {
  readonly facts: CommandFacts
  readonly argc: 'fits' | 'wrong'
}

/** null: this server answers "unknown command" or "unknown subcommand". A container with nothing behind it is itself. */
export function commandOf(argv: Argv, table: CommandTable): NamedCommand | null {
  const command = table.get(argv[0].toLowerCase())
  if (command === null || command.name.includes('|')) return null
  if (command.subcommands.length === 0 || argv.length === 1) return named(command, argv)
  const subcommand = table.get(`${command.name}|${(argv[1] ?? '').toLowerCase()}`)
  return subcommand === null ? null : named(subcommand, argv)
}

const named = (facts: CommandFacts, argv: Argv): NamedCommand => ({ facts, argc: takes(facts, argv.length) ? 'fits' : 'wrong' })

const takes = ({ arity }: CommandFacts, argc: number): boolean => (arity < 0 ? argc >= -arity : argc === arity)
