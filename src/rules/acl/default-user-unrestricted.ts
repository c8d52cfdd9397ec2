import { managesUsers } from '../commands/closing-commands.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { appendRules, defaultUser, isAllPowerful, placeOf } from './users.ts'

export const defaultUserUnrestricted: Rule = {
  meta: {
    id: 'default-user-unrestricted',
    summary: 'users are declared, but the default user may still do everything',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'hardening',
    why: `\`default\` is who every client is before it says another name, and who a client is that gives a password and no name. While it may run
everything on every key, the limits of all other users are worth nothing: whoever has one password too few, or finds the old one in a script,
is an administrator.`,
    fixing: `\`-@admin -@dangerous\` is added to the line of \`default\`. Clients that log in without a name keep the commands that work on data.
Better still is \`user default off\`, once every client has a name.`,
    bad: 'user default on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n' +
      'user app on #2f7d0b6a6f0c0bb8ba0c9d8f3e4a1a6a8c8f9f10d4a3f1b7f0b6f8f4d2f8a5c1 ~app:* +@read\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    references: ['CWE-250', 'CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const user = defaultUser(context)
    const isManaged = managesUsers(context) || context.project.kind === 'acl'
    if (user === undefined || user.declaredAt === null || !isManaged || !user.enabled || user.auth === 'none' || !isAllPowerful(user)) return
    if (context.adminUsers.includes('default')) return
    yield {
      at: placeOf(context, user),
      message: 'the `default` user may run every command on every key, whatever the other users are limited to',
      fix: {
        title: 'Take administration and dangerous commands from `default`',
        kind: 'hardening',
        consequence: 'Clients that log in without a user name can no longer run CONFIG, KEYS, FLUSHALL, SORT, INFO and the like.',
        live: 'ACL SETUSER default -@admin -@dangerous',
        edits: [appendRules(user, '-@admin -@dangerous', context)],
      },
    }
  },
}
