import type { DirectiveUse } from '../../model/project.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const decimalMemoryUnit: Rule = {
  meta: {
    id: 'decimal-memory-unit',
    summary: '1g is 10^9 bytes, 1gb is 2^30',
    category: 'startup',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: 'Units with a `b` count in steps of 1024, those without in steps of 1000. `maxmemory 8g` is 7 % less than the 8 GiB that were probably counted on.',
    fixing: 'None: which of the two is meant is yours to say.',
    bad: 'maxmemory 8g\n',
    good: 'maxmemory 8gb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { project, server, schema } = context
    for (const step of project.steps) {
      if (step.kind !== 'directive') continue
      const facts = schema.directive(step.use.node.name.value)
      if (facts?.type !== 'memory' && facts?.type !== 'percent-or-memory') continue
      const origin = server.setting(facts.name)?.origin
      if (origin?.kind === 'set' && origin.by[0] === step.use) yield* inLine(context, step.use)
    }
  },
}

const BYTES: Readonly<Record<string, number>> = { k: 1000, m: 1000 ** 2, g: 1000 ** 3 }

function* inLine(context: RuleContext, { path, node }: DirectiveUse): Iterable<Finding> {
  for (const word of node.args) {
    const [, number = '', unit = ''] = /^([1-9]\d{0,5})([kmg])$/i.exec(word.value) ?? []
    const bytes = BYTES[unit.toLowerCase()]
    if (bytes === undefined) continue
    yield {
      at: { path, span: word.span },
      message: `${context.quote(word)} is ${(Number(number) * bytes).toLocaleString('en-US')} bytes: without a \`b\` the unit counts in thousands`,
      advice: `Write \`${word.value.toLowerCase()}b\` if you count in 1024s.`,
    }
  }
}
