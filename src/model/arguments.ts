import { splitWords } from '../parser/index.ts'
import type { DirectiveFacts, Schema } from '../schema/schema.ts'
import type { DirectiveUse } from './project.ts'
import { cString } from './values/c-text.ts'

/**
 * The arguments as the directive's setter gets them: a lone one of a directive that takes several is split again.
 * null: unbalanced quotes in it, which leaves none (measured: 7.0 and later).
 */
export function argumentsOf({ node }: DirectiveUse, { multiArg }: Pick<DirectiveFacts, 'multiArg'>, { dialect }: Pick<Schema, 'dialect'>): readonly string[] | null {
  const args = node.args.map((word) => word.value)
  const [only] = args
  if (!multiArg || args.length !== 1 || only === undefined || only === '') return args
  const { words, problem } = splitWords(only, dialect)
  return problem === null ? words.map((word) => word.value) : null
}

/** Settings whose text is looked at with its length, by canonical name. */
const SEEN_WHOLE: ReadonlySet<string> = new Set([
  'cluster-announce-human-nodename', 'cluster-announce-ip', 'hash-seed', 'latency-tracking-info-percentiles',
])

/** An argument as those see it who look at it before it is taken: nearly all of them as a C string, which a NUL ends (measured: 6.0.16 to 9.1.2). */
export const asSeen = (arg: string, { name }: Pick<DirectiveFacts, 'name'>): string => (SEEN_WHOLE.has(name) ? arg : cString(arg))
