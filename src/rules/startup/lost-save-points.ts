import type { DirectiveUse, LoadStep } from '../../model/project.ts'
import type { RuleContext } from '../rule.ts'

/**
 * `save` lines that a later one of the same text replaces only because an include stands above:
 * once an included text was read, each further line starts anew (config.c:setConfigSaveOption).
 */
export function lostSavePoints({ project, schema }: RuleContext): readonly { readonly lost: DirectiveUse; readonly by: DirectiveUse }[] {
  if (!schema.has('save-after-include-replaces')) return []
  const found: { lost: DirectiveUse; by: DirectiveUse }[] = []
  const texts: { last: DirectiveUse | null; included: boolean }[] = []
  for (const step of project.steps) {
    if (step.kind === 'enter') texts.push({ last: null, included: false })
    else if (step.kind === 'leave') {
      texts.pop()
      const outer = texts.at(-1)
      if (outer !== undefined) outer.included = true
    } else if (isSavePoint(step)) {
      const text = texts.at(-1)
      if (text === undefined) continue
      if (text.included && text.last !== null) found.push({ lost: text.last, by: step.use })
      text.last = step.use
    }
  }
  return found
}

export function isLostAfterInclude(context: RuleContext, use: DirectiveUse): boolean {
  return use.node.name.value.toLowerCase() === 'save' && lostSavePoints(context).some(({ lost }) => lost.node === use.node)
}

/** A line with points: `save ""` empties the list on purpose. */
function isSavePoint(step: LoadStep): step is Extract<LoadStep, { kind: 'directive' }> {
  return step.kind === 'directive' && step.use.node.name.value.toLowerCase() === 'save' && step.use.node.args.length > 1
}
