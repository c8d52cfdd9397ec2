import type { LoadedUser } from '../../model/acl/index.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, appendRules, isAllPowerful, liveRules, named, placeOf, usersThatLogIn } from './users.ts'

export const allPowerfulUser: Rule = {
  meta: {
    id: 'all-powerful-user',
    summary: 'a user may run every command on every key, and is no administrator by name',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'hardening',
    why: `A user with \`+@all ~*\` is the server: it reads and wipes every key, and reconfigures, stops or enslaves the server. An application that is
taken over then takes the server with it, and what was meant as a list of users is a list of passwords for the same user.

One user of this kind, beside others with less, is taken for the administrator and is not reported. Name those you mean in the
configuration of the linter (\`adminUsers\`), and every other is.`,
    fixing: `\`-@admin -@dangerous\` is added to the line, unless nobody else would be left with these rights. The user keeps its keys and all
commands that work on data. What it really needs is found by \`redis-conf-lint acl FILE minimize USER --log FILE\`.`,
    bad: 'user default off\nuser web on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n',
    good: 'user default off\nuser web on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~web:* +@read +@write -@dangerous\n',
    references: ['CWE-250', 'CWE-269', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const users = usersThatLogIn(context)
    const powerful = users.filter(isAllPowerful)
    const meant = (user: LoadedUser): boolean => context.adminUsers.includes(user.name)
    const isLoneAdministrator = context.adminUsers.length === 0 && powerful.length === 1 && users.length > 1
    const suspects = powerful.filter((user) => user.name !== 'default' && !meant(user) && !(isLoneAdministrator && user.auth === 'password'))
    const fixable = powerful.length > suspects.length
    yield* aboutUsers(suspects, (user) => findingOn(user, fixable, context))
  },
}

const RESTRICTION = '-@admin -@dangerous'

function findingOn(user: LoadedUser, fixable: boolean, context: RuleContext): Finding {
  return {
    at: placeOf(context, user),
    message: `${named(user)} may run every command on every key, and change what the server is`,
    ...(user.auth === 'nopass' ? { severity: 'error' as const } : {}),
    ...(fixable ? { fix: fixOf(user, context) }
      : { advice: 'Keep one user like this for administration, name it in `adminUsers`, and give the others what they need' }),
  }
}

function fixOf(user: LoadedUser, context: RuleContext): Fix {
  return {
    title: `Take administration and dangerous commands from ${named(user)}`,
    kind: 'hardening',
    consequence: `${named(user)} can no longer run CONFIG, KEYS, FLUSHALL, SORT, INFO and the like.`,
    live: liveRules(user, RESTRICTION),
    edits: [appendRules(user, RESTRICTION, context)],
  }
}
