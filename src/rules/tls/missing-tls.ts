import { setDirective } from '../directive-edits.ts'
import type { Finding, Fix, InputName, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'
import { hasAuthorities } from './encryption.ts'

export const missingTls: Rule = {
  meta: {
    id: 'missing-tls',
    summary: 'clients from the network talk to the server in plaintext',
    category: 'tls',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'input',
    why: `Redis' protocol is plain text, and so is \`AUTH\`: whoever can listen anywhere on the way, in the same subnet or on a switch, reads the password
with the first connection and all data after that, and may change both. On a network that others can be on, a password without TLS is
a password told to everybody who listens.

Releases before Redis 6 have no TLS. Put stunnel, a VPN or WireGuard between: bind the server to loopback, and let the tunnel listen for it.`,
    fixing: `With \`--tls-cert\`, \`--tls-key\` and \`--tls-ca\`: the port that was plain speaks TLS and asks clients for a certificate that the
given authority signed. Clients that do not speak TLS, or have no certificate, can no longer connect.`,
    bad: 'bind 10.20.0.11\nrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    good: 'bind 10.20.0.11\nport 0\ntls-port 6379\ntls-cert-file /etc/redis/server.crt\ntls-key-file /etc/redis/server.key\ntls-ca-cert-file /etc/redis/ca.crt\n',
    references: ['CWE-319', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { exposure, schema } = context
    // Whom protected mode turns away sends nothing that is worth reading.
    if (!['open', 'noauth'].some((reach) => reach === exposure.from('network4') || reach === exposure.from('network6'))) return
    const isPlain = exposure.listeners.some((listener) => listener.kind === 'tcp' && ['any', 'network'].includes(listener.address.scope))
    if (!isPlain || valueOf(context, 'tls-port', '0') !== '0') return
    const found = {
      at: placeOf(context, 'bind'),
      message: 'clients from the network send passwords and data in plaintext, for everybody on the way to read and change',
    }
    if (schema.has('tls')) yield { ...found, fix: fixOf(context) }
    else yield { ...found, advice: 'This release has no TLS: bind loopback, and let stunnel or a VPN listen for it' }
  },
}

function fixOf(context: RuleContext): Fix {
  const files: [string, InputName][] = [['tls-cert-file', 'tls-cert'], ['tls-key-file', 'tls-key'], ['tls-ca-cert-file', 'tls-ca']]
  const missing = files.filter(([name, input]) => valueOf(context, name) === '' && !(input === 'tls-ca' && hasAuthorities(context)))
  const port = valueOf(context, 'port', '6379')
  return {
    title: `Speak TLS on port ${port} instead of plaintext`,
    kind: missing.length > 0 ? 'input' : 'hardening',
    consequence: 'Clients that do not speak TLS, or have no certificate of the authority, can no longer connect.',
    live: 'needs a restart',
    needs: missing.map(([, input]) => input),
    edits: [
      setDirective(context, 'port', '0'),
      setDirective(context, 'tls-port', port),
      ...missing.map(([name, input]) => setDirective(context, name, `{{${input}}}`)),
    ],
  }
}
