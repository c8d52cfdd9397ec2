import type { Diagnostic } from '../diagnostic.ts'
import type { Fix, InputName, Severity } from '../rules/rule.ts'

/** `info` is a note to people. */
export const NOUN: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** At least as severe. */
export const isAtLeast = (severity: Severity, least: Severity): boolean => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least)

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : noun.endsWith('x') ? 'es' : 's'}`

/** `5 errors, 1 warning`, or `nothing`. */
export function countsOf(diagnostics: readonly Diagnostic[]): string {
  const parts = SEVERITIES.map((severity) => ({ noun: NOUN[severity], count: diagnostics.filter((d) => d.severity === severity).length }))
  return parts.filter(({ count }) => count > 0).map(({ noun, count }) => plural(count, noun)).join(', ') || 'nothing'
}

/** The options that give what a fix still needs, e.g. `--tls-cert FILE --tls-key FILE`; empty: it is ready. A password is made up unless one is given. */
export function missingOptions({ needs = [] }: Fix, given: readonly InputName[]): string {
  return needs.filter((name) => name !== 'password' && !given.includes(name)).map((name) => OPTION[name]).join(' ')
}

/** Can `--fix` apply it with what it was given? */
export const isReady = (fix: Fix, given: readonly InputName[]): boolean => missingOptions(fix, given) === ''

const OPTION: Readonly<Record<InputName, string>> = {
  password: '--password env:NAME',
  bind: '--bind ADDRESS',
  'tls-cert': '--tls-cert FILE',
  'tls-key': '--tls-key FILE',
  'tls-ca': '--tls-ca-cert FILE',
}

/** `3 fixable (2 with --fix, 1 needs a value: --tls-cert FILE)`, or null when nothing is. */
export function fixableOf(diagnostics: readonly Diagnostic[], given: readonly InputName[]): string | null {
  const missing = diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : [missingOptions(fix, given)]))
  if (missing.length === 0) return null
  const ready = missing.filter((options) => options === '').length
  const wanted = [...new Set(missing.filter((options) => options !== ''))].join(', ')
  const parts = [
    ...(ready > 0 ? [`${ready} with --fix`] : []),
    ...(missing.length > ready ? [`${missing.length - ready} ${missing.length - ready === 1 ? 'needs' : 'need'} a value: ${wanted}`] : []),
  ]
  return `${missing.length} fixable (${parts.join(', ')})`
}
