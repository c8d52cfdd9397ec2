import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, sayDefault, settingFix, valueOf } from '../setting.ts'

export const plaintextPortBesideTls: Rule = {
  meta: {
    id: 'plaintext-port-beside-tls',
    summary: 'a plaintext port is open beside the TLS port',
    category: 'network',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Whoever may choose between a port with TLS and one without will sometimes choose the wrong one: an old client, a copied connection string, an
attacker in the middle who lets the TLS port fail. What then goes over the wire, passwords included, can be read and changed there, and the
certificates that clients have to show are asked for on the TLS port only.`,
    fixing: `Says \`port 0\`. Clients that speak plaintext can no longer connect, those on this machine included; health checks and
\`redis-cli\` need \`--tls\`. Replicas of this server need \`tls-replication yes\`.`,
    bad: 'bind 10.20.0.11\nport 6379\ntls-port 6380\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    good: 'bind 10.20.0.11\nport 0\ntls-port 6380\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (valueOf(context, 'tls-port', '0') === '0') return
    const isOpen = context.exposure.listeners.some((listener) =>
      listener.kind === 'tcp' && ['any', 'network'].includes(listener.address.scope))
    if (!isOpen) return
    yield {
      at: placeOf(context, 'port'),
      message: `port ${valueOf(context, 'port')} is open to the network${sayDefault(context, 'port')} without TLS, beside TLS port ${valueOf(context, 'tls-port')}`,
      fix: settingFix(context, 'port', '0', {
        title: 'Close the plaintext port',
        consequence: 'Clients that do not speak TLS can no longer connect, those on this machine included.',
      }),
    }
  },
}
