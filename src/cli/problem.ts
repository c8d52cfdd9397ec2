/** What the user can put right, in one sentence. */
export interface Problem {
  readonly problem: string
  /** The words typed make no sense: help lists those that do. */
  readonly isMisuse?: true
  /** A file that was named and is not there. */
  readonly missing?: string
}

export const isProblem = (value: object): value is Problem => 'problem' in value

export const misuse = (problem: string): Problem => ({ problem, isMisuse: true })
