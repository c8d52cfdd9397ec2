import type { Directive, Word } from '../../parser/conf-tree.ts'
import type { Arity, Schema } from '../../schema/schema.ts'

/** Directives whose arguments may rightly begin with `#`. */
const TAKES_HASHES: ReadonlySet<string> = new Set(['user', 'loadmodule'])

/** Where a comment was begun behind a directive: the index of the argument that opens with `#`; null without one. */
export function commentWord(line: Directive, schema: Schema): number | null {
  const at = line.args.findIndex((word, i) => i > 0 && opensComment(line, word))
  return at > 0 && hasRoomOnlyBefore(line, at, schema) ? at : null
}

function opensComment({ name }: Directive, { value, quoted }: Word): boolean {
  if (quoted) return false
  return TAKES_HASHES.has(name.value.toLowerCase()) ? value === '#' : value.startsWith('#')
}

/** The line is one that the release takes without the words from `at` on, and with them it is not, or `#` can't be meant. */
function hasRoomOnlyBefore({ name, args }: Directive, at: number, schema: Schema): boolean {
  const facts = schema.directive(name.value)
  if (facts === null) return false
  if (facts.name === 'sentinel') {
    const statement = schema.sentinel(args[0]?.value ?? '')
    return statement !== null && takes(statement.arity, at - 1) && !takes(statement.arity, args.length - 1)
  }
  if (!takes(facts.arity, at)) return false
  return TAKES_HASHES.has(facts.name) || facts.multiArg || facts.arity.max !== facts.arity.min || !takes(facts.arity, args.length)
}

const takes = ({ min, max, multipleOf }: Arity, count: number): boolean =>
  count >= min && (max === null || count <= max) && count % multipleOf === 0
