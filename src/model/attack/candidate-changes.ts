import type { Project } from '../project.ts'
import type { AttackPath } from './attack-path.ts'
import { added, setTo, type Change, type Cut } from './change.ts'
import type { AttackFacts } from './foothold.ts'
import { commandChanges } from './command-changes.ts'
import { passwordChanges } from './user-changes.ts'

/** Changes that may close something, those a person would make first in front. They are tried, not trusted. */
export function candidateCuts(paths: readonly AttackPath[], facts: AttackFacts): readonly Cut[] {
  const cuts: Cut[] = [
    ...single(passwordChanges(paths, facts)),
    ...single(networkChanges(facts)),
    ...single(switchChanges(facts)),
    ...single(limitChanges(facts)),
    ...encryptionCuts(facts),
    ...commandChanges(paths, facts),
  ]
  return [...new Map(cuts.map((cut) => [cut.map(({ path, text }) => `${path}\n${text}`).join('\n'), cut])).values()]
}

const single = (changes: readonly Change[]): Cut[] => changes.map((change) => [change])

function networkChanges({ server, project }: AttackFacts): Change[] {
  const { schema } = project
  const changes: Change[] = []
  const bind = server.setting('bind')
  const loopback = schema.has('optional-bind-addresses') ? '127.0.0.1 -::1' : '127.0.0.1'
  if (bind !== null) changes.push(setTo(bind, loopback, project, { consequence: 'Clients on other machines can no longer connect.' }))
  const mode = server.setting('protected-mode')
  if (mode !== null && (mode.value !== 'yes' || project.runtime === 'docker')) {
    changes.push(setTo(mode, 'yes', project, { consequence: 'Clients on other machines are turned away until a password is set.' }))
  }
  const port = server.setting('port')
  if (port !== null && port.value !== '0') {
    changes.push(setTo(port, '0', project, { consequence: 'Plain TCP is closed; clients use TLS or the socket file.' }))
  }
  return changes
}

const SWITCHES: readonly (readonly [name: string, consequence: string])[] = [
  ['enable-protected-configs', 'CONFIG SET no longer changes dir and dbfilename.'],
  ['enable-module-command', 'Modules are loaded by the configuration file only.'],
  ['enable-debug-command', 'DEBUG is refused.'],
]

function switchChanges({ server, project }: AttackFacts): Change[] {
  return SWITCHES.flatMap(([name, consequence]) => {
    const setting = server.setting(name)
    return setting === null || setting.value === 'no' ? [] : [setTo(setting, 'no', project, { consequence })]
  })
}

function limitChanges({ server, project }: AttackFacts): Change[] {
  const changes: Change[] = []
  const maxmemory = server.setting('maxmemory')
  if (maxmemory?.value === '0') changes.push(setTo(maxmemory, '1gb', project, { consequence: 'Writes fail or keys are evicted once that much is stored; choose what the machine has to spare.' }))
  changes.push(added('client-output-buffer-limit normal 256mb 64mb 60', project, {
    consequence: 'A client that does not read its replies is cut off.', live: 'CONFIG SET client-output-buffer-limit "normal 256mb 64mb 60"',
  }))
  if (project.kind === 'sentinel') changes.push(added('sentinel deny-scripts-reconfig yes', project, { consequence: 'Scripts are set by the configuration file only.' }))
  return changes
}

/** TLS for what the server itself connects to; where no certificate is configured, the lines for one come along. */
function encryptionCuts(facts: AttackFacts): Cut[] {
  const { server, project } = facts
  return ['tls-replication', 'tls-cluster'].flatMap((name): Cut[] => {
    const setting = server.setting(name)
    if (setting === null || setting.value === 'yes') return []
    const change = setTo(setting, 'yes', project, { consequence: 'Every peer must speak TLS with certificates of the same authority.' })
    return [[change, ...certificateLines(server, project)]]
  })
}

function certificateLines(server: AttackFacts['server'], project: Project): Change[] {
  const wanted = [['tls-cert-file', '{{tls-cert}}'], ['tls-key-file', '{{tls-key}}'], ['tls-ca-cert-file', '{{tls-ca}}']] as const
  return wanted.flatMap(([name, value]) => {
    const setting = server.setting(name)
    return setting?.value !== '' ? [] : [setTo(setting, value, project, { consequence: 'Needs a certificate of your own.' })]
  })
}
