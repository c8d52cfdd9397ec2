import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

export const evictionMayLoseData: Rule = {
  meta: {
    id: 'eviction-may-lose-data',
    summary: 'keys without an expiry are thrown away when memory is full, although data is kept on disk',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `An \`allkeys\` policy is right for a cache: what is thrown away can be fetched again. A file that also asks for an append-only file cares
for its data; with this policy the server deletes keys that nobody gave an expiry, without a trace, when somebody fills the memory.`,
    fixing: 'Say `volatile-lru` (only keys with an expiry go) or `noeviction` (writes fail when memory is full); or, for a pure cache, switch the append-only file off.',
    bad: 'maxmemory 2gb\nmaxmemory-policy allkeys-lru\nappendonly yes\n',
    good: 'maxmemory 2gb\nmaxmemory-policy volatile-lru\nappendonly yes\n',
    references: ['CWE-404'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const policy = valueOf(context, 'maxmemory-policy')
    if (!policy.startsWith('allkeys-') || valueOf(context, 'maxmemory') === '0' || valueOf(context, 'appendonly') !== 'yes') return
    yield {
      at: placeOf(context, 'maxmemory-policy'),
      message: `with \`${policy}\` keys that nobody gave an expiry are deleted when memory is full, in the append-only file too`,
      advice: 'Say `volatile-lru` or `noeviction`; or `appendonly no`, if this is a cache',
    }
  },
}
