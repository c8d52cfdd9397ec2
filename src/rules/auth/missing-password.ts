import type { Finding, Rule, RuleContext } from '../rule.ts'
import { setDirective } from '../directive-edits.ts'
import { liveForm } from '../live-form.ts'
import { isSaid } from '../said-lines.ts'
import { startOf, valueOf } from '../setting.ts'

export const missingPassword: Rule = {
  meta: {
    id: 'missing-password',
    summary: 'nobody has to log in',
    category: 'auth',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `Without a password, whoever can connect may run every command: read and wipe all keys, and with CONFIG SET, REPLICAOF or a module run programs
on the machine. That is how open servers are found and taken over, by scanners, within hours.

From Redis 6 on \`requirepass\` is the password of the \`default\` user, who every client is that gives no name. Where users are declared, the rules
of the acl category look at them.`,
    fixing: `Adds \`requirepass\` with the password given by \`--password\`, or a new one of 256 bits, which stands in the file on the line the output
names. Every client must send it; replicas need it as \`masterauth\`, Sentinel as \`sentinel auth-pass\`.`,
    bad: 'bind 0.0.0.0\nprotected-mode no\n',
    good: 'bind 0.0.0.0\nrequirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/#authentication'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (!isOpen(context) || isSaid(context, 'requirepass')) return
    yield {
      at: startOf(context),
      message: 'no password is set: whoever connects may run every command',
      fix: {
        title: 'Set a password',
        kind: 'hardening',
        consequence: 'Clients, replicas and Sentinel must send the password; until they do they are refused.',
        live: liveForm(context, 'requirepass', '…'),
        needs: ['password'],
        get edits() { return [setDirective(context, 'requirepass', '{{password}}')] as const },
      },
    }
  },
}

/** No user is declared, and nobody is asked for a password. */
export function isOpen(context: RuleContext): boolean {
  const { server, schema, project } = context
  if (!schema.has('acl')) return valueOf(context, 'requirepass') === ''
  const user = server.users.get('default')
  return server.uses('user').length === 0 && project.acls.size === 0 && valueOf(context, 'aclfile') === '' && user?.auth === 'nopass'
}
