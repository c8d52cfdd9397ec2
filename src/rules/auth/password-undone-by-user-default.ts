import { hashOf } from '../../model/acl/passwords.ts'
import { appendRules, defaultUser, placeOf as placeOfUser } from '../acl/users.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'
import { isGuessable } from './password-strength.ts'
import type { LoadedUser } from '../../model/acl/index.ts'

export const passwordUndoneByUserDefault: Rule = {
  meta: {
    id: 'password-undone-by-user-default',
    summary: 'a `user default` line makes requirepass forgotten',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'hardening',
    why: `A line \`user default …\`, above or below \`requirepass\`, begins with resetting the user: only what the line itself says counts. The password of
\`requirepass\` no longer logs in; with \`nopass\` on the line the server is open, although CONFIG GET shows a password.`,
    fixing: `The SHA-256 of \`requirepass\` is added to the line, so that the password logs in again. Where the line turns the user off nothing is done:
then \`requirepass\` is what has no purpose.`,
    bad: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\nuser default on nopass ~* &* +@all\n',
    good: 'user default on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n',
    references: ['CWE-306', 'CWE-670'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const password = valueOf(context, 'requirepass')
    const user = defaultUser(context)
    if (password === '' || user === undefined || user.declaredAt === null || context.project.acls.size > 0) return
    const hash = hashOf({ form: 'plain', secret: password })
    if (user.auth === 'password' && user.passwords.includes(hash)) return
    yield {
      at: placeOf(context, 'requirepass'),
      message: `this password is never asked for: the \`user default\` line forgets it${whatThen(user)}`,
      related: [{ at: placeOfUser(context, user), message: 'only what this line says counts' }],
      ...whatToDo(user, password, context),
    }
  },
}

function whatThen({ enabled, auth }: LoadedUser): string {
  if (!enabled) return ' and turns the user off'
  if (auth === 'nopass') return ', and whoever connects is let in without one'
  return auth === 'none' ? ', and no password logs in' : ', and only its own passwords log in'
}

function whatToDo(user: LoadedUser, password: string, context: RuleContext): Pick<Finding, 'fix' | 'severity' | 'advice'> {
  if (!user.enabled) return { severity: 'warning', advice: 'Remove `requirepass`, or let the default user log in' }
  // It would have to be changed at once.
  if (isGuessable(password)) return { advice: 'Remove `requirepass`, and give the default user a password that nobody guesses' }
  return { fix: fixOf(user, hashOf({ form: 'plain', secret: password }), context) }
}

function fixOf(user: LoadedUser, hash: string, context: RuleContext): Fix {
  return {
    title: 'Give the default user this password',
    kind: 'hardening',
    consequence: 'Clients that give no user name must send the password.',
    live: 'ACL SETUSER default >…',
    edits: [appendRules(user, `#${hash}`, context)],
  }
}
