import type { LoadedUser } from '../../model/acl/index.ts'
import { deadRules, type DeadRule } from '../../model/acl/dead-rules.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, named, placeOf, ruleAt, usersOf } from './users.ts'

export const deadAclRule: Rule = {
  meta: {
    id: 'dead-acl-rule',
    summary: 'a rule of a user is undone by a later one',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'safe',
    why: `Rules are applied from left to right, and the last word counts: \`-@dangerous +@all\` grants everything, \`+get -@read\` does not grant GET, and
\`reset\` forgets all that stands before it. Who reads the line sees a restriction that is not there, or a right that is not.`,
    fixing: 'The rule that does nothing is removed; the user stays as it is. If the rule was meant, move it behind the one that undoes it instead.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* -@dangerous +@all\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@dangerous\n',
    references: ['CWE-670', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const users = usersOf(context).filter(({ declaredAt }) => declaredAt !== null)
    yield* aboutUsers(users, (user) => {
      const [first] = deadRules(user)
      return first === undefined ? null : findingOn(user, first, context)
    })
  },
}

/** One rule of a line at a time: when it is gone, the others may be alive. */
function findingOn(user: LoadedUser, { rule, undoneBy, leavesNoTrace }: DeadRule, context: RuleContext): Finding {
  const { path } = placeOf(context, user)
  const quoted = rule.kind === 'password' ? 'a password rule' : `\`${rule.text}\``
  return {
    at: ruleAt(user, rule, context),
    message: `${quoted} of ${named(user)} does nothing: ${undoneBy.kind === 'password' ? 'a later rule' : `\`${undoneBy.text}\``} behind it undoes it`,
    related: [{ at: { path, span: undoneBy.span }, message: 'undone here' }],
    ...(leavesNoTrace ? {
      fix: {
        title: `Remove ${quoted}`,
        kind: 'safe',
        consequence: 'Nothing changes: the rule has no effect.',
        // The blank in front goes with it.
        edits: [{ path, span: { start: rule.span.start - 1, end: rule.span.end }, newText: '' }],
      },
    } : { advice: 'Remove it, or move it to the end of the line' }),
  }
}
