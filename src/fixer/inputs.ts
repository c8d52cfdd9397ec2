import type { InputName } from '../rules/rule.ts'

/** Values that only a person knows. `generatePassword` gives a new one each time; it is an argument because the core has no randomness. */
export interface Inputs {
  readonly values?: Readonly<Partial<Record<InputName, string>>>
  readonly generatePassword?: () => string
}
