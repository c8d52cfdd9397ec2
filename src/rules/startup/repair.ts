import type { Fix, TextEdit } from '../rule.ts'

/** What a line was evidently meant to say. */
export function repair(title: string, consequence: string, ...edits: readonly [TextEdit, ...TextEdit[]]): Fix {
  return { title, kind: 'repair', consequence, edits }
}

export const WILL_START = 'Nothing: the server starts where it refused to.'
