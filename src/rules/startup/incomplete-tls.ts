import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const incompleteTls: Rule = {
  meta: {
    id: 'incomplete-tls',
    summary: 'TLS is asked for, but something it needs is missing',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `Once \`tls-port\`, \`tls-replication\` or \`tls-cluster\` is on, the server needs a certificate and its key, and unless \`tls-auth-clients no\`, a CA to check
the clients with. It exits with "Failed to configure TLS". The protocols are one argument: \`tls-protocols "TLSv1.2 TLSv1.3"\`.`,
    fixing: 'None: certificates are made, not written into a file. `redis-conf-lint explain missing-tls` has the commands.',
    bad: 'tls-port 6380\n',
    good: 'port 6379\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { server } = context
    const value = (name: string): string => server.setting(name)?.value ?? ''
    for (const { problem } of refusals(context, 'incomplete-tls')) {
      const missing = missingParts(value)
      const samePort = value('tls-port') !== '0' && value('tls-port') === value('port')
      yield {
        at: problem,
        message: missing.length > 0
          ? `TLS is on, but ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not set: the server does not start`
          : `the server knows no protocol of this name in \`tls-protocols\`, and does not start`,
        advice: missing.length > 0
          ? `Set ${listed(missing)}${samePort ? `, and \`port 0\`: both ports are ${value('port')}` : ''}.`
          : 'Write TLSv1.2, TLSv1.3 or both, in quotes and with one blank between them.',
      }
    }
  },
}

const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`)

/** As tlsConfigure looks for them (tls.c). */
function missingParts(value: (name: string) => string): string[] {
  const checksPeers = value('tls-auth-clients') !== 'no' || value('tls-cluster') === 'yes' || value('tls-replication') === 'yes'
  const files = ['tls-cert-file', 'tls-key-file'].filter((name) => value(name) === '').map((name) => `\`${name}\``)
  const noCa = checksPeers && value('tls-ca-cert-file') === '' && value('tls-ca-cert-dir') === ''
  return noCa ? [...files, '`tls-ca-cert-file`'] : files
}
