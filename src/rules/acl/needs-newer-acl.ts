import { isKnownElsewhere, refusedRules } from './refused-rules.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { shownRule } from './users.ts'

export const needsNewerAcl: Rule = {
  meta: {
    id: 'needs-newer-acl',
    summary: 'a rule of a user is from a newer release',
    category: 'acl',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'none',
    why: `The language of ACLs has grown: channels came with Redis 6.2, selectors in brackets, \`%R~\` and \`-config|set\` with 7.0, databases with Valkey 9.
A server that does not know a rule does not start, which is noticed at the worst time: when an older replica or a restored backup takes over.`,
    fixing: 'Write the rule in what the release knows, or name the release that will read the file (`--target`).',
    bad: '# redis-conf-lint: target redis@6.0\nuser default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* &app:* +@read\n',
    good: '# redis-conf-lint: target redis@6.2\nuser default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* resetchannels &app:* +@read\n',
    references: ['CWE-1104', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { at, rule, knownSince, reason } of refusedRules(context)) {
      if (!isKnownElsewhere(reason, knownSince)) continue
      yield {
        at,
        message: `${shownRule(rule)} needs ${knownSince}: ${releaseName(context.schema.release)} does not start with it`,
        advice: 'Write it in what this release knows, or say with `--target` which one will read the file',
      }
    }
  },
}
