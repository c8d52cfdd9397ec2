import type { OptionSpec } from './command.ts'

/** Options that mean the same in every command that has them. */
export const TARGET: OptionSpec = {
  name: 'target', short: 't', value: 'SERVER@VERSION',
  summary: 'the server that will read the files, e.g. redis@7.2, valkey@8.1',
}
export const RUNTIME: OptionSpec = {
  name: 'runtime', value: 'RUNTIME', choices: ['host', 'docker'],
  summary: 'docker: protected mode defaults to off, as in the official images',
}
export const SHOW_SECRETS: OptionSpec = { name: 'show-secrets', summary: 'print passwords instead of •••' }

/** `--format`, with the formats this command has. */
export function format(...choices: readonly string[]): OptionSpec {
  return { name: 'format', short: 'f', value: 'FORMAT', choices, summary: `${choices.join(', ')} (default: ${choices[0] ?? ''})` }
}
