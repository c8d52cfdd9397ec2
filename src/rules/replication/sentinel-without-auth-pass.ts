import type { Finding, Rule, RuleContext } from '../rule.ts'
import { sentinelLines } from './sentinel-lines.ts'

export const sentinelWithoutAuthPass: Rule = {
  meta: {
    id: 'sentinel-without-auth-pass',
    summary: 'a sentinel has no password for the servers it watches',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['sentinel'],
    fix: 'none',
    why: `Without \`auth-pass\` the sentinel can only watch servers that let everybody in. Either they do, and whoever reaches them has them; or they
ask for a password, and the sentinel takes them for down.`,
    fixing: 'Add `sentinel auth-pass NAME PASSWORD`, with users also `sentinel auth-user NAME USER` for one that may only do what Sentinel needs.',
    bad: 'sentinel monitor mymaster 10.0.0.4 6379 2\n',
    good: 'sentinel monitor mymaster 10.0.0.4 6379 2\nsentinel auth-pass mymaster Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const lines = sentinelLines(context)
    const known = new Set(lines.filter(({ statement }) => statement === 'auth-pass').map(({ args }) => args[0]?.value))
    for (const { use, statement, args: [name] } of lines) {
      if (statement !== 'monitor' || name === undefined || known.has(name.value)) continue
      yield {
        at: { path: use.path, span: name.span },
        message: `there is no \`auth-pass\` for ${context.quote(name)}: its servers let everybody in, or the sentinel takes them for down`,
        advice: 'Add `sentinel auth-pass` with the password of its servers',
      }
    }
  },
}
