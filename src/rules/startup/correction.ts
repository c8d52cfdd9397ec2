import { readScalar } from '../../model/values/scalar.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { DirectiveFacts, Schema } from '../../schema/schema.ts'
import { meantValue } from './meant-value.ts'

/** The arguments that were meant, if there is one way to read the line and this release takes it; null else. */
export function correction({ node }: DirectiveUse, facts: DirectiveFacts, schema: Schema): string | null {
  const words = node.args.flatMap((word) => (facts.type === 'special' ? word.value.split(/\s+/) : word.value))
  const meant = meantValue(facts, words)
  if (meant === null || meant === '') return null
  if (facts.name === 'save') return pointsFor(meant, meant === node.args.map((word) => word.value).join(' ') && node.args.length > 1, schema)
  const reading = readScalar(facts, meant, schema)
  return meant === words.join(' ') || 'refused' in reading || reading.misread === true ? null : meant
}

/** Where a line holds one point, the others get lines of their own. */
function pointsFor(meant: string, isPlain: boolean, schema: Schema): string | null {
  if (!schema.has('save-takes-any-count')) return isPlain ? null : meant
  const points = Array.from(meant.matchAll(/\d+ \d+/g), (match) => match[0])
  return points.length === 1 && isPlain ? null : points.join('\nsave ')
}
