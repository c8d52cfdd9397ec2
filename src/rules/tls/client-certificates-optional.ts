import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'
import { hasAuthorities } from './encryption.ts'

export const clientCertificatesOptional: Rule = {
  meta: {
    id: 'client-certificates-optional',
    summary: 'TLS clients are let in without a certificate',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `A certificate that every client must show keeps strangers out before they can send a single byte of the protocol: no guessing of
passwords, no flaw in the parser or the scripting engine to reach. With \`optional\` only a certificate that is shown is checked, and an
attacker shows none; with \`no\` none is asked for.`,
    fixing: 'Says `tls-auth-clients yes`. Clients without a certificate of the configured authority can no longer connect.',
    bad: 'tls-port 6380\ntls-auth-clients optional\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    good: 'tls-port 6380\ntls-auth-clients yes\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-287', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const value = valueOf(context, 'tls-auth-clients', 'yes')
    if (valueOf(context, 'tls-port', '0') === '0' || value === 'yes') return
    const how = value === 'no' ? 'no client is asked for a certificate' : 'a client that shows no certificate is let in all the same'
    yield {
      at: placeOf(context, 'tls-auth-clients'),
      message: `\`tls-auth-clients\` is \`${value}\`: ${how}`,
      ...(hasAuthorities(context)
        ? {
            fix: settingFix(context, 'tls-auth-clients', 'yes', {
              title: 'Ask every client for a certificate',
              consequence: 'Clients without a certificate of the configured authority can no longer connect.',
            }),
          }
        : { advice: 'Name the authority of your clients in `tls-ca-cert-file`, then say `tls-auth-clients yes`' }),
    }
  },
}
