import type { DirectiveFacts } from '../../schema/schema.ts'

/** Two words for one value: `CONFIG GET` prints the first. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'oom-score-adj': { relative: 'yes' },
}

/** The word of an enum as `CONFIG GET` prints it, however it is spelled; null: not one of them. */
export function canonicalWord(facts: DirectiveFacts, text: string): string | null {
  const lower = text.toLowerCase()
  const word = facts.values.find((value) => value.toLowerCase() === lower)
  return word === undefined ? null : SAME[facts.name]?.[word] ?? word
}
