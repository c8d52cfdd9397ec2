import { useInForce } from '../directive-edits.ts'
import { named } from '../acl/users.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { isOpen } from './missing-password.ts'
import { replacementFix, secretsInForce } from './secrets-in-force.ts'

export const emptyPassword: Rule = {
  meta: {
    id: 'empty-password',
    summary: 'the empty password lets in',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'hardening',
    why: `\`requirepass ""\` means no password at all from Redis 5 on, and before, a password of no characters. \`>\` with nothing behind it gives a user
the empty password. It is what a template leaves behind when the variable was not set.`,
    fixing: 'The password given with `--password`, or for `requirepass` a new one of 256 bits, takes its place; for a user, as SHA-256. Clients must send it.',
    bad: 'requirepass ""\n',
    good: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    references: ['CWE-258'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const use = useInForce(context, 'requirepass')
    const [word] = use?.node.args ?? []
    if (use !== undefined && word?.value === '' && isOpen(context)) {
      const at = { path: use.path, span: word.span }
      const asks = context.schema.has('empty-requirepass-asks')
      yield {
        at,
        message: asks ? 'the password is empty: `AUTH ""` logs in' : '`requirepass ""` is no password: whoever connects may run every command',
        fix: replacementFix({ password: { form: 'plain', secret: '', rule: null }, at, user: null }, context),
      }
    }
    for (const secret of secretsInForce(context)) {
      if (secret.password.secret !== '' || secret.user === null) continue
      yield { at: secret.at, message: `\`>\` with nothing behind it: the empty password logs in as ${named(secret.user)}`, fix: replacementFix(secret, context) }
    }
  },
}
