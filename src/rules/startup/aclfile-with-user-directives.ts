import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const aclfileWithUserDirectives: Rule = {
  meta: {
    id: 'aclfile-with-user-directives',
    summary: 'users are declared both in the configuration and in an ACL file',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'Users live in one place. With a non-empty `aclfile` and a single `user` line, wherever it stands, the server says so in its log and exits.',
    fixing: 'None: move the `user` lines to the ACL file, where quotes and comments are not known, or take the `aclfile` line out.',
    bad: 'aclfile users.acl\nuser app on #9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 ~app:* +@read\n',
    good: 'user app on #9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 ~app:* &app:* +@read\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const [user] = context.server.uses('user')
    for (const { problem } of refusals(context, 'aclfile-with-user-directives')) {
      yield {
        at: problem,
        message: 'the server does not start with both an `aclfile` and `user` lines',
        advice: 'Move the `user` lines to the ACL file, without quotes and comments, or take the `aclfile` line out.',
        related: user === undefined ? [] : [{ at: { path: user.path, span: user.node.name.span }, message: 'the first `user` line' }],
      }
    }
  },
}
