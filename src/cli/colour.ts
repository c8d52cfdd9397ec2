import type { Io } from './command.ts'

/** `--color` decides, then FORCE_COLOR, then NO_COLOR, then whether a terminal that knows colours is there; CI logs show them. */
export function isColoured(words: readonly string[], env: Io['env'], isTerminal: boolean): boolean {
  const chosen = choiceIn(words)
  if (chosen === 'always' || chosen === 'never') return chosen === 'always'
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false'
  if (isSet(env['NO_COLOR'])) return false
  return env['TERM'] !== 'dumb' && (isTerminal || isSet(env['GITHUB_ACTIONS']) || isSet(env['GITLAB_CI']))
}

const isSet = (value: string | undefined): value is string => value !== undefined && value !== ''

/** Colour is settled before the rest is read, because usage errors have it too. */
function choiceIn(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--color' || word.startsWith('--color='))
  return words[at]?.includes('=') === true ? words[at].slice('--color='.length) : words[at + 1]
}
