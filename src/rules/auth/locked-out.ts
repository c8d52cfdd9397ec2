import type { Finding, Rule, RuleContext } from '../rule.ts'
import { startOf, valueOf } from '../setting.ts'
import { defaultUser, usersOf } from '../acl/users.ts'

export const lockedOut: Rule = {
  meta: {
    id: 'locked-out',
    summary: 'nobody can log in',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'none',
    why: `A user can log in if it is \`on\` and has a password or \`nopass\`. \`user default >secret\` leaves the user off, because a line for \`default\`
begins with resetting it. If no user is left that can log in, every command is answered with NOAUTH, AUTH with WRONGPASS, and the server is stopped
by a signal only.`,
    fixing: 'Nobody knows who was meant. Turn a user `on`, with a password.',
    bad: 'user default #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n',
    good: 'user default on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n',
    references: ['CWE-670'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (!context.schema.has('acl') || logsInByCertificate(context)) return
    if (usersOf(context).some(({ enabled, auth }) => enabled && auth !== 'none')) return
    const user = defaultUser(context)
    yield {
      at: user?.declaredAt ?? startOf(context),
      message: 'nobody can log in: no user is both `on` and has a password',
      advice: 'Say `on` for a user that has a password, or give one that is on a password',
    }
  },
}

/** Valkey 9 can take the name from a client's certificate, and then asks for no password. */
const logsInByCertificate = (context: RuleContext): boolean => !['', 'off'].includes(valueOf(context, 'tls-auth-clients-user', 'off').toLowerCase())
