import type { RuleContext } from '../rule.ts'
import { valueOf } from '../setting.ts'

/** TLS is set up: some connection uses it, so the server reads certificates when it starts. */
export function usesTls(context: RuleContext): boolean {
  return valueOf(context, 'tls-port', '0') !== '0' || valueOf(context, 'tls-replication') === 'yes' || valueOf(context, 'tls-cluster') === 'yes'
}

/** Certificate, key and authorities are named: TLS could be switched on. */
export function hasCertificate(context: RuleContext): boolean {
  return valueOf(context, 'tls-cert-file') !== '' && valueOf(context, 'tls-key-file') !== '' && hasAuthorities(context)
}

/** There is something to verify the other side's certificate with. */
export function hasAuthorities(context: RuleContext): boolean {
  return valueOf(context, 'tls-ca-cert-file') !== '' || valueOf(context, 'tls-ca-cert-dir') !== ''
}
