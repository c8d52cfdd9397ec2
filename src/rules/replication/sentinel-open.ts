import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, startOf } from '../setting.ts'

export const sentinelOpen: Rule = {
  meta: {
    id: 'sentinel-open',
    summary: 'whoever reaches this sentinel gives it orders',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['sentinel'],
    fix: 'none',
    why: `A sentinel tells clients which server is the primary, and reconfigures servers with the password it holds for them. Whoever may talk to it
can move the primary (\`SENTINEL FAILOVER\`), have it watch a server of his own (\`SENTINEL MONITOR\`), or forget yours. Protected mode does
not help: a sentinel starts with it off.`,
    fixing: 'Set `requirepass` here and `sentinel sentinel-pass` to the same on all sentinels, give it to clients as the password for sentinels, and `bind` an address of a private network.',
    bad: 'port 26379\nsentinel monitor mymaster 10.0.0.4 6379 2\n',
    good: 'port 26379\nrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\nsentinel sentinel-pass Zp4kY8vQ2mT6xR0cW3nB7hJ5\nsentinel monitor mymaster 10.0.0.4 6379 2\n',
    references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { exposure } = context
    if (exposure.from('network4') !== 'open' && exposure.from('network6') !== 'open') return
    yield {
      at: context.server.uses('bind').length > 0 ? placeOf(context, 'bind') : startOf(context),
      message: 'this sentinel takes orders from everybody who reaches it: to fail over, to forget your servers, to watch others',
      advice: 'Set `requirepass` and, on all sentinels, `sentinel sentinel-pass`',
    }
  },
}
