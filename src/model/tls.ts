import type { DirectiveUse } from './project.ts'
import { refuseStart, valueOf, type Startup } from './startup.ts'
import { whyNotReadable } from './path-faults.ts'

const FAILED = 'Failed to configure TLS. Check logs for more info.'

/** Nothing of TLS is looked at unless something uses it (tls.c:tlsConfigure). */
export function checkTls(start: Startup): void {
  if (!start.schema.has('tls')) return
  const users = ['tls-port', 'tls-replication', 'tls-cluster'].filter((name) => isOn(valueOf(start, name)))
  const [asked] = users
  if (asked === undefined) return
  const use = start.settings.get(asked)?.by[0] ?? null
  const missing = missingFile(start, users)
  if (missing !== null) {
    refuseStart(start, use, { message: FAILED, code: 'incomplete-tls', detail: missing })
    return
  }
  if (!knownProtocols(valueOf(start, 'tls-protocols'))) {
    refuseStart(start, start.settings.get('tls-protocols')?.by[0] ?? use, { message: FAILED, code: 'incomplete-tls' })
    return
  }
  const unreadable = filesInUse(start).map((name) => start.settings.get(name)).find((setting) =>
    setting !== undefined && setting.value !== '' && whyNotReadable(start, setting.by[0], setting.value) !== null)
  if (unreadable !== undefined) refuseStart(start, unreadable.by[0], { message: FAILED, code: 'unusable-certificate', words: wordsOf(unreadable.by[0]) })
}

const isOn = (value: string): boolean => value !== '' && value !== '0' && value !== 'no'
const wordsOf = (use: DirectiveUse): DirectiveUse['node']['args'] => use.node.args

/** A folder of CAs that is not there goes unnoticed. */
const FILES = ['tls-cert-file', 'tls-key-file', 'tls-ca-cert-file', 'tls-dh-params-file'] as const

/** Another identity towards other servers: one without the other is not looked at (measured: 7.0.15 to 9.1.2). */
const CLIENT_FILES = ['tls-client-cert-file', 'tls-client-key-file'] as const

function filesInUse(start: Startup): readonly string[] {
  return CLIENT_FILES.every((name) => valueOf(start, name) !== '') ? [...FILES, ...CLIENT_FILES] : FILES
}

function missingFile(start: Startup, users: readonly string[]): string | null {
  if (valueOf(start, 'tls-cert-file') === '') return 'No tls-cert-file configured!'
  if (valueOf(start, 'tls-key-file') === '') return 'No tls-key-file configured!'
  const hasCa = valueOf(start, 'tls-ca-cert-file') !== '' || valueOf(start, 'tls-ca-cert-dir') !== ''
  const needsCa = valueOf(start, 'tls-auth-clients') !== 'no' || users.includes('tls-cluster') || users.includes('tls-replication')
  return needsCa && !hasCa ? 'Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster, tls-replication or tls-auth-clients are enabled!' : null
}

/** Parted by single blanks; two in a row leave an empty name between them. */
function knownProtocols(text: string): boolean {
  return text === '' || text.split(' ').every((name) => /^tlsv1(?:\.[123])?$/i.test(name))
}
