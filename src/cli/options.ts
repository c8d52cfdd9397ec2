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

export const CONFIG: OptionSpec = { name: 'config', value: 'FILE', summary: 'read this configuration of redis-conf-lint' }
export const NO_CONFIG: OptionSpec = { name: 'no-config', against: { config: 'one says to read none, the other which' }, summary: 'read none' }
export const FIX: OptionSpec = {
  name: 'fix', against: { diff: 'choose --fix to write, or --diff to see what it would write' },
  summary: 'write what fixes make of the file',
}
export const DIFF: OptionSpec = { name: 'diff', summary: 'show what --fix would change as a patch, and write nothing' }
export const BACKUP: OptionSpec = {
  name: 'backup', value: 'SUFFIX', alone: '.bak', needs: ['fix'],
  check: (suffix) => (suffix.includes('/') ? 'takes what is to stand behind the name of the file, and no path' : null),
  summary: 'with --fix, keep what was there beside the file; never over an earlier one',
}

/** `--format`, with the formats this command has. */
export function format(...choices: readonly string[]): OptionSpec {
  return { name: 'format', short: 'f', value: 'FORMAT', choices, summary: `${choices.join(', ')} (default: ${choices[0] ?? ''})` }
}
