import { useInForce } from '../directive-edits.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'
import { usesTls } from './encryption.ts'

export const tlsConfiguredButOff: Rule = {
  meta: {
    id: 'tls-configured-but-off',
    summary: 'certificates are named, and nothing uses them',
    category: 'tls',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `A certificate and a key do not switch TLS on. Without \`tls-port\`, \`tls-replication\` or \`tls-cluster\` the server does not even open
the files, says nothing about them, and goes on in plaintext, while everybody who reads the file believes otherwise.`,
    fixing: 'Add `tls-port 6379` and `port 0`, try a client with `--tls`, or take the certificate lines away.',
    bad: 'tls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\n',
    good: 'port 0\ntls-port 6379\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-319'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (useInForce(context, 'tls-cert-file') === undefined || valueOf(context, 'tls-cert-file') === '' || usesTls(context)) return
    yield {
      at: placeOf(context, 'tls-cert-file'),
      message: 'a certificate is named, but `tls-port` is 0 and neither replication nor cluster bus uses TLS: everything goes in plaintext',
      advice: 'Say `tls-port 6379` and `port 0`',
    }
  },
}
