import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const duplicateUser: Rule = {
  meta: {
    id: 'duplicate-user',
    summary: 'a user is declared twice',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'none',
    why: 'From 7.0 on a second line for a user stops the server. Before, the second replaced the first, so one of the two lines said nothing.',
    fixing: 'None: which of the lines holds is yours to say. Their rules can be written one after the other in one line.',
    bad: 'user app on nopass ~app:* +get\nuser app on nopass ~app:* +set\n',
    good: 'user app on nopass ~app:* +get +set\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem } of refusals(context, 'duplicate-user')) {
      yield {
        at: problem,
        message: `this user was declared above: ${releaseName(context.schema.release)} takes one line for each user and does not start`,
        advice: 'Write the rules of both lines in one.',
      }
    }
  },
}
