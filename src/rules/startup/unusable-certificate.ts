import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const unusableCertificate: Rule = {
  meta: {
    id: 'unusable-certificate',
    summary: 'a certificate or key can\'t be read',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'With TLS on, the server loads certificate, key, CA file and DH parameters before it listens, and exits with "Failed to configure TLS" if one can\'t be used. Relative paths start from where `dir` left the server. With TLS off nobody looks.',
    fixing: 'None: only you know where the file is.',
    bad: 'tls-port 6380\ntls-cert-file not-there.crt\ntls-key-file not-there.key\ntls-auth-clients no\n',
    good: 'port 6379\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem, use } of refusals(context, 'unusable-certificate')) {
      const file = use?.node.args[0]
      yield {
        at: problem,
        message: `the server can't use ${file === undefined ? 'this file' : context.quote(file)} for TLS, and does not start`,
        advice: file?.value.startsWith('/') === false ? 'Write the whole path: a relative one starts from the working directory, which `dir` moves.' : 'Check that the file is there, that the server may read it, and that key and certificate belong together.',
      }
    }
  },
}
