import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

export const certificateLogsInWithoutPassword: Rule = {
  meta: {
    id: 'certificate-logs-in-without-password',
    summary: 'a certificate logs its holder in, whatever password the user has',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `With \`tls-auth-clients-user\` the name in a client's certificate is the name of the user he becomes, and that user's password is not asked
for. A certificate with the common name \`default\` walks past \`requirepass\`; one that matches no user goes on as the default user, with all
its rights if it has no password. Everybody who can have a certificate signed by the authority can become any user.`,
    fixing: 'Say `tls-auth-clients-user off`, and let clients send AUTH; or give every user whom a certificate may name only what its holder may do, and switch the default user off.',
    bad: '# redis-conf-lint: target valkey@9.1\ntls-port 6380\ntls-auth-clients-user CN\ntls-cert-file /etc/valkey/server.crt\ntls-key-file /etc/valkey/server.key\ntls-ca-cert-file /etc/valkey/ca.crt\n',
    good: '# redis-conf-lint: target valkey@9.1\ntls-port 6380\ntls-auth-clients-user off\ntls-cert-file /etc/valkey/server.crt\ntls-key-file /etc/valkey/server.key\ntls-ca-cert-file /etc/valkey/ca.crt\n',
    references: ['CWE-287'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const field = valueOf(context, 'tls-auth-clients-user', 'off')
    const asksForOne = valueOf(context, 'tls-auth-clients', 'yes') !== 'no'
    if (field === 'off' || valueOf(context, 'tls-port', '0') === '0' || !asksForOne) return
    yield {
      at: placeOf(context, 'tls-auth-clients-user'),
      message: `a certificate whose \`${field}\` names a user logs in as that user without a password, as \`default\` too; one that matches nobody stays the default user`,
      advice: 'Say `tls-auth-clients-user off`, or see who gets certificates of this authority, and switch the default user off',
    }
  },
}
