import type { Finding, Rule, RuleContext } from '../rule.ts'
import { isWeak, isWellKnown } from './password-strength.ts'
import { replacementFix, secretsInForce, whose } from './secrets-in-force.ts'

export const weakPassword: Rule = {
  meta: {
    id: 'weak-password',
    summary: 'a password short enough to be guessed',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'hardening',
    why: `A server tests hundreds of thousands of passwords a second and never locks anybody out, so a password has to be long where others may be short: 32
random characters. Nobody types it; it stands in the configuration of clients.

Judged are its length and the kinds of characters in it, which is kind to passwords made of words.`,
    fixing: 'The password given with `--password`, or for `requirepass` a new one of 256 bits, takes its place; for a user, as SHA-256. Clients must send it.',
    bad: 'requirepass k3tchup9\n',
    good: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    references: ['CWE-521', 'CWE-307'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const secret of secretsInForce(context)) {
      const { form, secret: text } = secret.password
      if (form !== 'plain' || text === '' || isWellKnown(secret.password) || !isWeak(text)) continue
      yield {
        at: secret.at,
        message: `${whose(secret)} has ${text.length} characters${text.length >= 12 ? ', too few of them different' : ''}: a server tests hundreds of thousands a second`,
        fix: replacementFix(secret, context),
      }
    }
  },
}
