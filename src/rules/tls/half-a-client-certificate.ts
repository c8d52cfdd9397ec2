import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

const CERTIFICATE = 'tls-client-cert-file'
const KEY = 'tls-client-key-file'

export const halfAClientCertificate: Rule = {
  meta: {
    id: 'half-a-client-certificate',
    summary: 'a client certificate without its key, or the other way round',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `For its own connections to other servers (replication, cluster bus) this server shows the client certificate only if both
\`${CERTIFICATE}\` and \`${KEY}\` are set. One alone is passed over without a word, and the server certificate is shown instead, which the
other side may refuse or take for somebody else.`,
    fixing: 'Set the other one too, or take this one away.',
    bad: `tls-port 6380\n${CERTIFICATE} /etc/redis/client.crt\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n`,
    good: `tls-port 6380\n${CERTIFICATE} /etc/redis/client.crt\n${KEY} /etc/redis/client.key\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n`,
    references: ['CWE-295'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const hasCertificate = valueOf(context, CERTIFICATE) !== ''
    if (hasCertificate === (valueOf(context, KEY) !== '')) return
    const [there, missing] = hasCertificate ? [CERTIFICATE, KEY] : [KEY, CERTIFICATE]
    yield {
      at: placeOf(context, there),
      message: `\`${there}\` is passed over without \`${missing}\`: the server shows its server certificate to other servers instead`,
      advice: `Set \`${missing}\` too`,
    }
  },
}
