import { advisoriesFor } from '../../schema/advisories.ts'
import { networkKind } from '../../model/exposure/addresses.ts'
import type { AttackPath } from '../../model/attack/attack-path.ts'
import type { AttackFacts } from '../../model/attack/foothold.ts'
import type { Project } from '../../model/project.ts'
import type { AclUser, Exposure, ServerModel } from '../../model/server-model.ts'

/** The well-known guides that ask for it. */
export type Guide = 'network guide' | 'ten ways' | 'best practice' | 'hostile environment' | 'production checklist'
export type ChecklistState = 'done' | 'to do' | 'not to be seen from here'

export interface ChecklistItem {
  readonly asks: string
  readonly guides: readonly Guide[]
  readonly state: ChecklistState
  /** What was seen, or what to look at. */
  readonly why: string
}

interface ChecklistFacts {
  readonly server: ServerModel
  readonly project: Project
  readonly exposure: Exposure
  readonly paths: readonly AttackPath[]
  readonly isWellKnown: AttackFacts['isWellKnown']
}

type Seen = readonly [state: ChecklistState, why: string]
interface Entry {
  readonly asks: string
  readonly guides: readonly Guide[]
  readonly look: (facts: ChecklistFacts) => Seen
}

const ALL: readonly Guide[] = ['network guide', 'ten ways', 'best practice', 'hostile environment', 'production checklist']

const judged = (isDone: boolean, done: string, toDo: string): Seen => (isDone ? ['done', done] : ['to do', toDo])
const unseen = (why: string): (() => Seen) => () => ['not to be seen from here', why]
const value = ({ server }: ChecklistFacts, name: string): string | null => server.setting(name)?.value ?? null
const fromNetwork = ({ exposure }: ChecklistFacts): readonly string[] => [exposure.from('network4'), exposure.from('network6')]

const ENTRIES: readonly Entry[] = [
  { asks: 'listen on the addresses that clients use, and no more', guides: ALL, look: ({ exposure }) => {
    const open = exposure.listeners.some((listener) => listener.kind !== 'unix' && (listener.address.scope === 'any' || networkKind(listener.address) === 'public'))
    return judged(!open, 'no wildcard and no public address is bound', 'every address of the machine, or a public one, is bound')
  } },
  { asks: 'keep protected mode on', guides: ['network guide', 'best practice'], look: (facts) => {
    const mode = value(facts, 'protected-mode')
    if (mode === null) return ['to do', 'this release has no protected mode']
    const off = mode !== 'yes' || (facts.project.runtime === 'docker' && facts.server.setting('protected-mode')?.origin.kind === 'default')
    return judged(!off, 'it is on', 'it is off: without a password everybody is served')
  } },
  { asks: 'ask everybody for a password', guides: ALL, look: ({ exposure, paths }) => {
    const open = exposure.listeners.length > 0 && (['network4', 'network6', 'loopback4', 'loopback6', 'unix'] as const).some((origin) => exposure.from(origin) === 'open')
    const others = paths.some(({ login }) => login === 'passwordless-user')
    return judged(!open && !others, 'nobody is let in without one', others ? 'a user needs no password' : 'the default user needs none')
  } },
  { asks: 'choose passwords nobody can guess', guides: ['best practice', 'hostile environment', 'production checklist'], look: passwordStrength },
  { asks: 'give each application a user of its own with the rights it needs', guides: ['network guide', 'production checklist'], look: ({ server, project }) => {
    if (!project.schema.has('acl')) return ['to do', 'this release has no users; upgrade to one that has']
    const users = [...server.users.values()].filter(({ enabled }) => enabled)
    const limited = users.some((user) => user.name !== 'default' && !isAllPowerful(user))
    return judged(limited && !users.some((user) => user.name === 'default' && isAllPowerful(user)), 'users with limited rights are declared',
      limited ? 'the default user may still do everything' : 'everybody is the default user, who may do everything')
  } },
  { asks: 'take dangerous commands away from clients', guides: ALL, look: ({ paths }) => {
    const open = paths.filter(({ harm }) => harm === 'wipe' || harm === 'take-over').length
    return judged(open === 0, 'nobody without credentials can run them', 'FLUSHALL, CONFIG, DEBUG or their like can be run by whoever gets in')
  } },
  { asks: 'keep dir, dbfilename, modules and DEBUG out of reach at run time', guides: ['ten ways', 'production checklist'], look: (facts) => {
    const names = ['enable-protected-configs', 'enable-module-command', 'enable-debug-command']
    if (value(facts, names[0] ?? '') === null) return ['to do', 'this release has no switches for them: take CONFIG, MODULE and DEBUG away']
    const open = names.filter((name) => value(facts, name) !== 'no')
    return judged(open.length === 0, 'the enable-… switches are at `no`', `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} not \`no\``)
  } },
  { asks: 'encrypt what crosses a network', guides: ALL, look: (facts) => {
    const served = fromNetwork(facts).some((reach) => reach === 'open' || reach === 'noauth')
    const sniffed = facts.paths.some(({ harm }) => harm === 'eavesdrop')
    return judged(!sniffed, served ? 'clients from the network must use TLS' : 'no other machine is served', 'passwords and data cross the network in the clear')
  } },
  { asks: 'let replicas log in and speak TLS', guides: ['ten ways'], look: (facts) => {
    const primary = value(facts, 'replicaof') ?? value(facts, 'slaveof') ?? ''
    if (primary === '') return ['done', 'this server has no primary']
    const auth = (value(facts, 'masterauth') ?? '') !== ''
    return judged(auth && value(facts, 'tls-replication') === 'yes', 'masterauth and tls-replication are set', auth ? 'tls-replication is `no`' : 'masterauth is not set')
  } },
  { asks: 'keep the socket file to the group of its clients', guides: ['hostile environment'], look: ({ exposure }) => {
    const socket = exposure.listeners.find((listener) => listener.kind === 'unix')
    if (socket === undefined) return ['done', 'there is none']
    return judged(socket.mode !== null && (socket.mode & 0o007) === 0, 'others have no rights on it', socket.mode === null ? 'unixsocketperm is not set' : 'every user of the machine can open it')
  } },
  { asks: 'limit memory, idle connections and output buffers', guides: ['ten ways'], look: (facts) => {
    const missing = [
      value(facts, 'maxmemory') === '0' ? 'maxmemory' : '',
      value(facts, 'timeout') === '0' ? 'timeout' : '',
      /\bnormal 0 0 /.test(`${value(facts, 'client-output-buffer-limit') ?? ''} `) ? 'client-output-buffer-limit normal' : '',
    ].filter((name) => name !== '')
    return judged(missing.length === 0, 'all three have limits', `no limit: ${missing.join(', ')}`)
  } },
  { asks: 'decide about persistence on purpose', guides: ['best practice'], look: ({ server }) => {
    const said = ['save', 'appendonly'].some((name) => server.setting(name)?.origin.kind === 'set')
    return judged(said, 'the file says what is kept', 'neither save nor appendonly is set')
  } },
  { asks: 'keep a log', guides: ['best practice', 'production checklist'], look: (facts) => {
    const kept = value(facts, 'logfile') !== '' || value(facts, 'syslog-enabled') === 'yes'
    return judged(kept || facts.project.runtime === 'docker', 'there is one', 'logfile is empty and syslog is off: it goes to standard output')
  } },
  { asks: 'load modules only from places nobody else can write to', guides: ['ten ways'], look: ({ server }) =>
    (server.uses('loadmodule').length === 0 ? ['done', 'none is loaded'] : ['not to be seen from here', 'who may write to the folders of the modules']) },
  { asks: 'let nobody else read the configuration', guides: ['hostile environment', 'production checklist'], look: ({ project }) => {
    const modes = [...project.statuses.entries()].filter(([path]) => project.printed.has(path)).map(([, { mode }]) => mode)
    if (modes.length === 0) return ['not to be seen from here', 'the modes of the files: 0600, or 0640 with the group of the server']
    return judged(modes.every((mode) => (mode & 0o007) === 0), 'others may not read it', 'every user of the machine can read it: chmod 0640')
  } },
  { asks: 'run a release without known flaws', guides: ['ten ways', 'best practice'], look: ({ project }) => {
    const grave = advisoriesFor(project.schema.release).filter(({ severity }) => severity === 'critical' || severity === 'high')
    return judged(grave.length === 0, `no grave flaw of ${project.schema.release.id} is known here`, `${project.schema.release.id} has ${grave.length} grave flaws that later patches mend; a distribution may have mended them`)
  } },
  { asks: 'let a firewall admit the clients only', guides: ALL, look: unseen('the rules of ufw, nftables, security groups or network policies') },
  { asks: 'run as a user of its own, never as root', guides: ['hostile environment', 'production checklist'], look: unseen('the User= of the unit, the user of the container') },
  { asks: 'keep data folders to the server', guides: ['hostile environment'], look: unseen('the modes of dir, the log and the socket folder') },
  { asks: 'change passwords from time to time, and keep them in a vault', guides: ['ten ways', 'production checklist'], look: unseen('when they were changed last') },
  { asks: 'watch ACL LOG, the slow log and failed logins', guides: ['best practice', 'production checklist'], look: unseen('what the monitoring asks for') },
  { asks: 'take backups, and restore one now and then', guides: ['best practice', 'production checklist'], look: unseen('where dumps are copied to') },
]

/** What the guides ask for, each done, to do, or not to be seen in a configuration. */
export function checklist(facts: ChecklistFacts): readonly ChecklistItem[] {
  return ENTRIES.map(({ asks, guides, look }) => {
    const [state, why] = look(facts)
    return { asks, guides, state, why }
  })
}

const isAllPowerful = ({ commands, keys }: AclUser): boolean => commands === '+@all' && keys.split(' ').includes('~*')

/** The number of characters guides ask for, as the server does not slow down those who guess. */
const LONG_ENOUGH = 32

function passwordStrength({ server, project, isWellKnown }: ChecklistFacts): Seen {
  const plain = server.setting('requirepass')?.value ?? ''
  const users = project.schema.has('acl') ? [...server.users.values()].filter(({ enabled }) => enabled) : []
  const known = (plain !== '' && isWellKnown({ form: 'plain', secret: plain })) || users.some(({ passwords }) => passwords.some((sha256) => isWellKnown({ form: 'sha256', secret: sha256 })))
  if (known) return ['to do', 'a password is on every attacker\'s list']
  if (plain === '' && users.every(({ passwords }) => passwords.length === 0)) return ['to do', 'there is no password at all']
  if (plain === '') return ['not to be seen from here', 'only hashes stand in the files']
  return judged(plain.length >= LONG_ENOUGH, `it has ${LONG_ENOUGH} characters or more`, `it has fewer than ${LONG_ENOUGH} characters, and the server does not slow down those who guess`)
}
