import type { Severity } from '../rules/rule.ts'

/** What a rule may be set to. */
export type Level = Severity | 'off'
export type FailOn = Severity | 'never'

export const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error']
export const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'info', 'never']
