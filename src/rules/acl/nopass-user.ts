import type { LoadedUser } from '../../model/acl/index.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, liveRules, named, placeOf, ruleAt, usersThatLogIn } from './users.ts'

export const nopassUser: Rule = {
  meta: {
    id: 'nopass-user',
    summary: 'a user is let in with any password, or none',
    category: 'acl',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'hardening',
    why: `With \`nopass\` every password is right. For the \`default\` user it means that nobody has to log in at all; for another user, that its
name is the password, and names are found in client code, logs and \`ACL LIST\`.

\`nopass\` is also what is left when a line was copied from a tutorial and the password never followed.`,
    fixing: `\`nopass\` is replaced by a password: the SHA-256 of the one given with \`--password env:NAME\` or \`file:PATH\`, else a new one of 256
bits, which stands readable in the line because nobody else knows it. Clients that use this user must log in with it.`,
    bad: 'user app on nopass ~app:* +@read\n',
    good: 'user app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\nuser default off\n',
    references: ['CWE-258', 'CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    yield* aboutUsers(usersThatLogIn(context), (user) => findingOn(user, context))
  },
}

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  if (user.auth !== 'nopass') return null
  const rule = user.rules.findLast((each) => each.kind === 'keyword' && each.keyword === 'nopass')
  const who = user.name === 'default' ? 'whoever connects is the `default` user, without logging in' : `any password, or none, logs in as ${named(user)}`
  return {
    at: rule === undefined ? placeOf(context, user) : ruleAt(user, rule, context),
    message: `\`nopass\`: ${who}`,
    ...(rule === undefined ? {} : { fix: fixOf(user, rule.span, context) }),
  }
}

function fixOf(user: LoadedUser, span: { start: number, end: number }, context: RuleContext): Fix {
  return {
    title: `Give ${named(user)} a password`,
    kind: 'hardening',
    consequence: `Clients that work as ${named(user)} must log in with the new password.`,
    live: liveRules(user, 'resetpass >…'),
    needs: ['password'],
    edits: [{ path: placeOf(context, user).path, span, newText: '{{password:rule}}' }],
  }
}
