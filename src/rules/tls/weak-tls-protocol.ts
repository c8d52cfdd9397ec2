import { quoteWord } from '../../parser/quote-word.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'
import { usesTls } from './encryption.ts'

export const weakTlsProtocol: Rule = {
  meta: {
    id: 'weak-tls-protocol',
    summary: 'TLS 1.0 or 1.1 may be negotiated',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `TLS 1.0 and 1.1 rest on MD5 and SHA-1 and on ciphers with known attacks, and were withdrawn by RFC 8996. Whoever stands between client
and server can make them agree on the weakest that both allow. Without a \`tls-protocols\` line the server takes 1.2 and 1.3 only.`,
    fixing: 'Takes the old protocols off the list. Clients that know no newer one can no longer connect.',
    bad: 'tls-port 6380\ntls-protocols "TLSv1.1 TLSv1.2"\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    good: 'tls-port 6380\ntls-protocols "TLSv1.2 TLSv1.3"\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-326', 'RFC 8996'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const protocols = valueOf(context, 'tls-protocols').split(' ')
    const weak = protocols.filter(isWeak)
    if (weak.length === 0 || !usesTls(context)) return
    const kept = protocols.filter((name) => !isWeak(name))
    yield {
      at: placeOf(context, 'tls-protocols'),
      message: `${weak.map((name) => `\`${name}\``).join(' and ')} may be negotiated, though RFC 8996 withdrew it: connections can be downgraded to it`,
      fix: settingFix(context, 'tls-protocols', quoteWord(kept.length > 0 ? kept.join(' ') : 'TLSv1.2 TLSv1.3'), {
        title: 'Allow TLS 1.2 and newer only',
        consequence: 'Clients that know no newer protocol can no longer connect.',
      }),
    }
  },
}

function isWeak(protocol: string): boolean {
  return /^TLSv1(?:\.1)?$/i.test(protocol)
}
