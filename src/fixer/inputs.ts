import type { InputName } from '../rules/rule.ts'

/** Values that only a person knows. */
export interface Inputs {
  readonly values?: Readonly<Partial<Record<InputName, string>>>
  /**
   * Gives a new password each time; an argument, because the core has no randomness. 64 lower-case
   * hexadecimal digits, which need no quotes anywhere. The rules that replace passwords by hashes leave those alone, so that
   * a password which nobody has seen yet can be read in the file.
   */
  readonly generatePassword?: () => string
}
