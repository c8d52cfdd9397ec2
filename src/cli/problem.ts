/** What the user can put right, in one sentence. */
export interface Problem {
  readonly problem: string
}

export const isProblem = (value: object): value is Problem => 'problem' in value
