import type { Finding, Rule, RuleContext } from '../rule.ts'

export const ignoreWithoutReason: Rule = {
  meta: {
    id: 'ignore-without-reason',
    summary: 'an ignore comment gives no reason',
    category: 'upkeep',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    late: true,
    fix: 'none',
    why: `Whoever reads the file next has to know why a weakness was accepted, and when it is none any more. An ignore without a reason hides
nothing.`,
    fixing: 'Write the reason behind two dashes: `# redis-conf-lint: ignore wildcard-bind -- behind the network policy`.',
    bad: '# redis-conf-lint: ignore wildcard-bind\nbind 0.0.0.0\n',
    good: '# redis-conf-lint: ignore wildcard-bind -- behind the network policy\nbind 0.0.0.0\n',
    references: [],
  },

  *check({ ignores }: RuleContext): Iterable<Finding> {
    for (const { state, at } of ignores) {
      if (state !== 'without-reason') continue
      yield {
        at,
        message: 'this ignore gives no reason, so it hides nothing',
        advice: 'Write the reason behind two dashes: `-- behind the network policy`',
      }
    }
  },
}
