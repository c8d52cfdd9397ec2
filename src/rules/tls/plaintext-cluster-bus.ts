import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'
import { hasCertificate } from './encryption.ts'

export const plaintextClusterBus: Rule = {
  meta: {
    id: 'plaintext-cluster-bus',
    summary: 'the nodes of the cluster trust each other in plaintext',
    category: 'tls',
    severity: 'error',
    preset: 'recommended',
    fix: 'hardening',
    why: `The cluster bus, at port + 10000, has no password at all: a node that knows the protocol is believed. Whoever reaches it can announce himself
as owner of slots and be sent their clients. With \`tls-cluster\` only holders of a certificate of your authority may speak there.`,
    fixing: `Says \`tls-cluster yes\`, where certificate, key and authority are set. Every node has to do so: those that still speak plaintext are
cut off from those that do not.`,
    bad: 'bind 10.20.0.11\ncluster-enabled yes\n',
    good: 'bind 10.20.0.11\ncluster-enabled yes\ntls-cluster yes\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-306', 'CWE-319'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (valueOf(context, 'cluster-enabled') !== 'yes' || valueOf(context, 'tls-cluster') === 'yes') return
    if (!context.schema.has('tls')) return
    const bus = context.exposure.listeners.find((listener) =>
      listener.kind === 'cluster-bus' && ['any', 'network'].includes(listener.address.scope))
    const port = bus?.kind === 'cluster-bus' ? `, port ${bus.port},` : ''
    yield {
      at: placeOf(context, 'cluster-enabled'),
      message: `the cluster bus${port} asks for no password and speaks plaintext: whoever reaches it can pose as a node and take over slots`,
      ...(bus === undefined ? { severity: 'info' } : {}),
      ...(hasCertificate(context)
        ? {
            fix: settingFix(context, 'tls-cluster', 'yes', {
              title: 'Speak TLS on the cluster bus',
              consequence: 'Nodes that still speak plaintext are cut off until they do the same.',
            }),
          }
        : { advice: 'Set `tls-cert-file`, `tls-key-file` and `tls-ca-cert-file`, then say `tls-cluster yes`' }),
    }
  },
}
