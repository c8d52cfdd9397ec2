import type { LoadedUser } from '../../model/acl/index.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, isLimited, named, placeOf, ruleAt, usersThatLogIn } from './users.ts'

export const unlimitedKeys: Rule = {
  meta: {
    id: 'unlimited-keys',
    summary: 'a user with limited commands may use them on every key',
    category: 'acl',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'none',
    why: `Who shares a server shares what goes wrong on it: with \`~*\` one application reads the sessions of another and overwrites its queues.
A pattern for the prefix an application uses (\`~app:*\`) costs nothing and holds the damage in. From Redis 7.0, \`%R~…\` grants reading alone.`,
    fixing: 'Which keys a user needs no file tells. `redis-conf-lint acl FILE minimize USER --log FILE` finds patterns in what it really runs.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* +@read\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    references: ['CWE-732', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/#key-permissions'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    yield* aboutUsers(usersThatLogIn(context), (user) => findingOn(user, context), isLimited(context))
  },
}

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  const hasCommands = user.outline.grants[0]?.set.some((word) => word !== 0) === true
  if (!user.outline.allKeys || !hasCommands) return null
  const rule = user.rules.findLast(({ text }) => /^(?:~\*|allkeys)$/i.test(text))
  return {
    at: rule === undefined ? placeOf(context, user) : ruleAt(user, rule, context),
    message: `${named(user)} may use its commands on every key, those of other applications included`,
    advice: 'Give it the prefix it uses, e.g. `~app:*`',
  }
}
