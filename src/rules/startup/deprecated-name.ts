import type { DirectiveUse } from '../../model/project.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const deprecatedName: Rule = {
  meta: {
    id: 'deprecated-name',
    summary: 'the old name of a directive',
    category: 'startup',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'safe',
    why: 'Old names (`slaveof`, `slave-*`, `*-ziplist-*`, `lua-time-limit`) still work as a second name of the same setting. Two lines, one under each name, are one setting: the last one wins.',
    fixing: 'The present name is written. An older server may not know it.',
    bad: 'slave-priority 10\n',
    good: 'replica-priority 10\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  },

  *check({ project, schema }: RuleContext): Iterable<Finding> {
    const seen = new Set<DirectiveUse['node']>()
    for (const step of project.steps) {
      if (step.kind !== 'directive' || seen.has(step.use.node)) continue
      seen.add(step.use.node)
      const { path, node: { name } } = step.use
      const canonical = schema.directive(name.value)?.name ?? name.value
      if (canonical === name.value.toLowerCase() || canonical === name.value) continue
      yield {
        at: { path, span: name.span },
        message: `${releaseName(schema.release)} calls this \`${canonical}\``,
        fix: {
          title: `Write \`${canonical}\``,
          kind: 'safe',
          consequence: 'Nothing for this release; one that knows only the old name would refuse the line.',
          edits: [{ path, span: name.span, newText: canonical }],
        },
      }
    }
  },
}
