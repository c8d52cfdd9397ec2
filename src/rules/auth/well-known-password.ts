import type { Finding, Rule, RuleContext } from '../rule.ts'
import { isWellKnown } from './password-strength.ts'
import { replacementFix, secretsInForce, whose } from './secrets-in-force.ts'

export const wellKnownPassword: Rule = {
  meta: {
    id: 'well-known-password',
    summary: 'a password that everybody tries first',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'hardening',
    why: `Scanners that find a server which asks for a password try a list: the example of redis.conf, those of guides and images, and the passwords people
choose most. The server does not slow them down: it answers hundreds of thousands of tries a second.

A hash does not hide such a password: its SHA-256 is on the same lists.`,
    fixing: 'The password given with `--password`, or for `requirepass` a new one of 256 bits, takes its place; for a user, as SHA-256. Clients must send it.',
    bad: 'requirepass foobared\n',
    good: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    references: ['CWE-521', 'CWE-1392', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/#authentication'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const secret of secretsInForce(context, (hash) => isWellKnown({ form: 'sha256', secret: hash }))) {
      if (secret.password.secret === '' || !isWellKnown(secret.password)) continue
      const hashed = secret.password.form === 'sha256' ? '; its hash is found in every table' : ''
      yield { at: secret.at, message: `${whose(secret)} is on the lists that scanners try first${hashed}`, fix: replacementFix(secret, context) }
    }
  },
}
