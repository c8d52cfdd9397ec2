import type { DirectiveUse } from '../../model/project.ts'
import type { RuleContext } from '../rule.ts'

export interface LostSavePoint {
  readonly lost: DirectiveUse
  readonly by: DirectiveUse
}

/**
 * `save` lines that a later one replaces only because an include stands above:
 * once an included text was read, each further line starts anew (config.c:setConfigSaveOption).
 */
export function lostSavePoints({ project, schema }: RuleContext): readonly LostSavePoint[] {
  if (!schema.has('save-after-include-replaces')) return []
  const found: LostSavePoint[] = []
  let points: DirectiveUse[] = []
  let accumulating = true
  for (const step of project.steps) {
    if (step.kind === 'enter') accumulating = true
    else if (step.kind === 'leave') accumulating = false
    if (step.kind !== 'directive' || step.use.node.name.value.toLowerCase() !== 'save') continue
    const { use } = step
    const empties = use.node.args.length < 2 && use.node.args.every((word) => word.value.trim() === '')
    if (!accumulating && !empties) found.push(...points.map((lost) => ({ lost, by: use })))
    points = empties ? [] : accumulating ? [...points, use] : [use]
  }
  return found
}
