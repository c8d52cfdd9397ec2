import type { Host } from '../model/host.ts'
import { printable } from '../fixer/printable.ts'
import type { Palette } from '../report/palette.ts'
import type { Problem } from './problem.ts'

/** 0: clean, or done. 1: findings, or the answer is no. 2: it could not do what was asked. */
export type ExitCode = 0 | 1 | 2

/** One option of a command. The table of these is all that parsing, help and completion know. */
export interface OptionSpec {
  /** Without the dashes. An option that begins with `no-` is a flag like any other. */
  readonly name: string
  /** One letter. */
  readonly short?: string
  /** What stands for the value in help, e.g. `FILE`. Without it the option is a flag. */
  readonly value?: string
  /** `--name` alone is allowed too and means this value. */
  readonly alone?: string
  /** The only values it takes. */
  readonly choices?: readonly string[]
  /** It may be given more than once; see {@link Args.list}. */
  readonly repeat?: true
  /** What is wrong with a value, to follow the name of the option; null: nothing. */
  readonly check?: (value: string) => string | null
  /** It means nothing without one of these options; `-` stands for stdin as the file. */
  readonly needs?: readonly string[]
  /** Options that it can't be given with, and why. */
  readonly against?: Readonly<Record<string, string>>
  /** One line for help. */
  readonly summary: string
}

/** What was typed, checked against the options of the command: asking for another name is a bug. */
export interface Args {
  /** Everything that is not an option, in order. */
  readonly operands: readonly string[]
  flag(name: string): boolean
  /** The value given last. */
  text(name: string): string | null
  list(name: string): readonly string[]
}

/** What a command may touch of the world. */
export interface Io {
  /** Results. Text is written as UTF-8, bytes as they are. */
  out(content: string | Uint8Array): void
  /** Notes and errors. */
  err(text: string): void
  stdin(): Promise<Uint8Array>
  /** Colours for stdout; does nothing where there is none. */
  readonly palette: Palette
  /** Columns to wrap at. */
  readonly width: number
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder the command was run in, as the system spells it. */
  readonly cwd: string
  readonly isTerminal: boolean
  /** The disk, from the same folder. Paths are text of one char a byte, as files hold them; see bytePath in node-host.ts. */
  readonly host: Host
}

export interface Command {
  readonly name: string
  /** What follows the program's name, e.g. `resolve FILE [NAME…]`. */
  readonly usage: string
  /** One line, lower-case, no period. */
  readonly summary: string
  readonly options: readonly OptionSpec[]
  /** For the bottom of its help. */
  readonly examples?: readonly string[]
  /** How many operands it takes; not given: as many as there are. */
  readonly most?: number
  /** A problem is told by whoever runs it, with where help is. */
  run(args: Args, io: Io): Promise<ExitCode | Problem>
}

/** Says in one sentence what could not be done and, after a dash or in a second line, what to do instead. */
export function refuse(io: Io, sentence: string): 2 {
  const hint = /\nTry: redis-conf-lint [a-z ]*--help$/.exec(sentence)?.[0] ?? ''
  // An argument may hold anything, and was not always typed by who reads this.
  io.err(`redis-conf-lint: ${printable(sentence.slice(0, sentence.length - hint.length))}${hint}\n`)
  return 2
}
