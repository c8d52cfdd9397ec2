import { networkKind, readBindAddress } from '../../model/exposure/addresses.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'
import { hasCertificate } from './encryption.ts'

export const plaintextReplication: Rule = {
  meta: {
    id: 'plaintext-replication',
    summary: 'all data comes from the primary in plaintext',
    category: 'tls',
    severity: 'error',
    preset: 'recommended',
    fix: 'hardening',
    why: `A replica sends \`masterauth\` and receives every key over one connection. Without \`tls-replication\` that connection is plaintext even if
clients use TLS: whoever is on the way reads the data set, learns the password, or feeds the replica data of his own.`,
    fixing: `Says \`tls-replication yes\`, where certificate, key and authority are set. The port of \`replicaof\` must be the primary's TLS port;
with a plaintext port replication stops.`,
    bad: 'bind 10.20.0.11\nreplicaof 10.20.0.10 6379\n',
    good: 'bind 10.20.0.11\nreplicaof 10.20.0.10 6380\ntls-replication yes\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-319'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    const primary = valueOf(context, 'replicaof').split(' ')[0] ?? ''
    if (primary === '' || !schema.has('tls') || valueOf(context, 'tls-replication') === 'yes') return
    const address = readBindAddress(primary, schema)
    if (address.scope !== 'network') return
    const isNear = ['private', 'link-local'].includes(networkKind(address) ?? '')
    yield {
      at: placeOf(context, 'replicaof'),
      message: `all data, and \`masterauth\`, ${isNear ? 'cross a private' : 'may cross a public'} network in plaintext, as \`tls-replication\` is \`no\``,
      ...(isNear ? { severity: 'warning' } : {}),
      ...(hasCertificate(context)
        ? {
            fix: settingFix(context, 'tls-replication', 'yes', {
              title: 'Replicate over TLS',
              consequence: 'Replication stops unless the port given in `replicaof` speaks TLS on the primary.',
            }),
          }
        : { advice: 'Set `tls-cert-file`, `tls-key-file` and `tls-ca-cert-file`, then say `tls-replication yes`' }),
    }
  },
}
