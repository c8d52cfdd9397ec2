import type { Args, OptionSpec } from './command.ts'
import { misuse, type Problem } from './problem.ts'

/** Options of every command. */
export const COMMON: readonly OptionSpec[] = [
  { name: 'help', short: 'h', summary: 'show this help' },
  { name: 'color', value: 'WHEN', choices: ['auto', 'always', 'never'], summary: 'auto, always, never (default: auto)' },
]

/** Checks what was typed against the table of options. Without an option in it, nothing is loaded. */
export async function parseArguments(words: readonly string[], options: readonly OptionSpec[]): Promise<Args | Problem> {
  if (!words.some((word) => word.startsWith('-') && word !== '-')) return argsOf(words, new Map())
  const flag = options.find(({ name, value }) => value === undefined && words.some((word) => word.startsWith(`--${name}=`)))
  if (flag !== undefined) return misuse(`--${flag.name} takes no value`)
  const { default: parse } = await import('yargs-parser/browser')
  const { _: operands, ...given } = parse(words.map((word) => withValue(word, options)), {
    boolean: options.filter((option) => option.value === undefined).map((option) => option.name),
    string: options.filter((option) => option.value !== undefined).map((option) => option.name),
    alias: Object.fromEntries(options.flatMap((option) => (option.short === undefined ? [] : [[option.name, option.short]]))),
    configuration: AS_TYPED,
  })
  const values = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(given)) {
    const option = options.find((known) => known.name === name)
    if (option === undefined) return misuse(await unknownOption(name, options))
    const texts = (Array.isArray(value) ? value : [value]).map(String)
    const problem = wrongValue(option, texts)
    if (problem !== null) return misuse(problem)
    if (value !== false) values.set(name, texts)
  }
  const args = argsOf(operands.map(String), values)
  const problem = atOdds(args, options)
  return problem === null ? args : misuse(problem)
}

/** Of options that contradict each other, or that lack what they belong to, none may pass silently. */
function atOdds(args: Args, options: readonly OptionSpec[]): string | null {
  const isGiven = (name: string): boolean => (name === '-' ? args.operands.includes('-') : args.flag(name))
  for (const { name, needs, against = {} } of options) {
    if (!args.flag(name)) continue
    if (needs !== undefined && !needs.some(isGiven)) return `--${name} does nothing without ${needs.map(written).join(' or ')}`
    for (const [other, why] of Object.entries(against)) if (isGiven(other)) return `--${name} and ${written(other)} exclude each other: ${why}`
  }
  return null
}

const written = (name: string): string => (name === '-' ? '`-` (stdin)' : `--${name}`)

/** What yargs-parser would make of words beyond what was typed. */
const AS_TYPED: Readonly<Record<string, boolean>> = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'greedy-arrays': false,
  'strip-aliased': true,
}

function argsOf(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>): Args {
  return {
    operands,
    flag: (name) => values.has(name),
    text: (name) => values.get(name)?.at(-1) ?? null,
    list: (name) => values.get(name) ?? [],
  }
}

/** `--backup` alone must not take the next word as its value. */
function withValue(word: string, options: readonly OptionSpec[]): string {
  const alone = options.find((option) => word === `--${option.name}`)?.alone
  return alone === undefined ? word : `${word}=${alone}`
}

function wrongValue(option: OptionSpec, texts: readonly string[]): string | null {
  if (option.value === undefined) return null
  if (texts.includes('')) return `--${option.name} needs a value: ${option.choices?.join(', ') ?? option.value}`
  if (texts.length > 1 && option.repeat !== true) return `--${option.name} is given ${texts.length} times`
  const { choices, check } = option
  const wrong = choices === undefined ? undefined : texts.find((text) => !choices.includes(text))
  if (wrong !== undefined) return `--${option.name} does not know \`${wrong}\`: it takes ${choices?.join(', ') ?? ''}`
  const objection = texts.map((text) => check?.(text) ?? null).find((found) => found !== null)
  return objection === undefined ? null : `--${option.name} ${objection}`
}

async function unknownOption(name: string, options: readonly OptionSpec[]): Promise<string> {
  const { nearest } = await import('./nearest.ts')
  const near = nearest(name, options.map((option) => option.name))
  const typed = name.length === 1 ? `-${name}` : `--${name}`
  return `there is no option ${typed}${near === null ? '' : `; did you mean --${near}?`}`
}
