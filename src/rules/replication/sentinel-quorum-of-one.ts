import type { Finding, Rule, RuleContext } from '../rule.ts'
import { sentinelLines } from './sentinel-lines.ts'

export const sentinelQuorumOfOne: Rule = {
  meta: {
    id: 'sentinel-quorum-of-one',
    summary: 'one sentinel alone may declare the primary dead',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['sentinel'],
    fix: 'none',
    why: `The quorum is how many sentinels must agree that the primary is down. With 1, a single sentinel that lost its network, or that an attacker
cut off, starts a failover from a primary that is well, and writes to it are lost when it comes back as a replica.`,
    fixing: 'Run three sentinels or more, and say 2.',
    bad: 'sentinel monitor mymaster 10.0.0.4 6379 1\n',
    good: 'sentinel monitor mymaster 10.0.0.4 6379 2\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { use, statement, args: [name, , , quorum] } of sentinelLines(context)) {
      if (statement !== 'monitor' || name === undefined || quorum?.value !== '1') continue
      yield {
        at: { path: use.path, span: quorum.span },
        message: `one sentinel that lost its network is enough to start a failover of ${context.quote(name)}`,
        advice: 'Run three sentinels or more, and say 2',
      }
    }
  },
}
