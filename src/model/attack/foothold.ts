import type { Project } from '../project.ts'
import type { AclUser, Exposure, Origin, ReachVerdict, ServerModel, Verdict } from '../server-model.ts'
import type { Secret } from '../acl/passwords.ts'
import { commandTable, needsCertificate } from '../exposure/index.ts'
import { because } from '../exposure/authentication.ts'
import { commandNames } from '../exposure/command-names.ts'
import { commandGate, runs, type Argv, type PermissionFacts } from '../exposure/permission.ts'
import type { Login, Step } from './attack-path.ts'
import { underFoundName } from './guessable-name.ts'

/** Somebody who is in: from where, as whom, and the steps that brought him there. */
export interface Foothold {
  readonly origin: Origin
  readonly login: Login
  /** null: there are no users, or he has made himself all-powerful. */
  readonly user: AclUser | null
  readonly steps: readonly [Step, ...Step[]]
}

export interface AttackFacts extends PermissionFacts {
  readonly server: AttackedServer
  readonly exposure: Exposure
  /** Is this password on every attacker's list? */
  readonly isWellKnown: (password: Secret) => boolean
  /** There may be a hundred thousand users, so they are looked through once. */
  readonly guessedUsers: () => readonly GuessedUser[]
}

export type AttackedServer = Pick<ServerModel, 'setting' | 'uses' | 'users'>

export function attackFacts(server: AttackedServer, project: Project, exposure: Exposure, isWellKnown: AttackFacts['isWellKnown']): AttackFacts {
  let users: readonly GuessedUser[] | null = null
  return {
    server, project, exposure, isWellKnown, names: commandNames(server, commandTable(project)),
    guessedUsers: () => (users ??= guessedUsers(server, isWellKnown)),
  }
}

/** Everybody an attacker at `origin` can be, the ones that ask least of him first. */
export function footholds(origin: Origin, facts: AttackFacts): readonly Foothold[] {
  const reach = facts.exposure.why(origin)
  if (reach.through === null || reach.reach === 'denied' || needsCertificate(reach.through, facts.server)) return []
  const connects = reachStep(origin, reach)
  const strangers: Foothold[] = reach.reach === 'open' ? [{ origin, login: 'none', user: defaultUser(facts), steps: [connects, noLogin(reach)] }] : []
  return [...strangers, ...logins(origin, connects, facts)]
}

const defaultUser = ({ server, project }: AttackFacts): AclUser | null =>
  project.schema.has('acl') ? server.users.get('default') ?? null : null

const WHERE: Readonly<Record<Origin, string>> = {
  unix: 'opens the socket file',
  loopback4: 'connects from this machine', loopback6: 'connects from this machine', 'loopback4-other': 'connects from this machine',
  network4: 'connects over the network', network6: 'connects over the network (IPv6)',
}

/** The first step of every path. */
export function reachStep(origin: Origin, { through }: ReachVerdict): Step {
  const [, bind] = through?.from ?? []
  const from = through?.kind === 'unix' ? through.from[0] : bind ?? null
  return { kind: 'reach', does: WHERE[origin], because: because(from, 'the server listens on every address unless told otherwise') }
}

const noLogin = ({ because: why }: ReachVerdict): Step => ({ kind: 'log-in', does: 'is let in without a password', because: why })

/** HELLO logs in too, which those who take AUTH away forget. */
const WAYS_TO_LOG_IN: readonly Argv[] = [['auth', 'x'], ['hello', '2', 'auth', 'x', 'x']]

function isAnswered(argv: Argv, origin: Origin, facts: AttackFacts): boolean {
  const sent = underFoundName(argv, facts.names)
  return sent !== null && commandGate(sent, origin, facts).allowed
}

function logins(origin: Origin, connects: Step, facts: AttackFacts): Foothold[] {
  if (!WAYS_TO_LOG_IN.some((argv) => isAnswered(argv, origin, facts))) return []
  if (!facts.project.schema.has('acl')) return passwordOfAll(origin, connects, facts)
  return facts.guessedUsers().map(({ user, login }) => ({ origin, login, user, steps: [connects, loginStep(user, login)] }))
}

interface GuessedUser {
  readonly user: AclUser
  readonly login: Login
}

/** Users that strangers can log in as, whatever their origin; those that ask least first. */
function guessedUsers(server: AttackedServer, isWellKnown: AttackFacts['isWellKnown']): readonly GuessedUser[] {
  const found: GuessedUser[] = []
  const seen = new Set<string>()
  for (const user of server.users.values()) {
    const login = loginOf(user, isWellKnown)
    if (login !== null && !isSeen(user, seen)) found.push({ user, login })
  }
  return found.sort((a, b) => LOGINS.indexOf(a.login) - LOGINS.indexOf(b.login))
}

const LOGINS: readonly Login[] = ['none', 'passwordless-user', 'well-known-password']

function loginOf(user: AclUser, isWellKnown: AttackFacts['isWellKnown']): Login | null {
  if (!user.enabled) return null
  if (user.auth === 'nopass') return user.name === 'default' ? null : 'passwordless-user'
  return user.passwords.some((sha256) => isWellKnown({ form: 'sha256', secret: sha256 })) ? 'well-known-password' : null
}

/** Ten thousand users with the same rights are one way in. */
function isSeen(user: AclUser, seen: Set<string>): boolean {
  const rights = [user.commands, user.keys, ...user.selectors.flatMap(({ commands, keys }) => [commands, keys])].join('\n')
  if (seen.has(rights)) return true
  seen.add(rights)
  return false
}

function loginStep(user: AclUser, login: Login): Step {
  const name = user.name
  const why = user.declaredAt === null ? { kind: 'default', what: 'the default user' } as const : { kind: 'declaration', user: name, at: user.declaredAt } as const
  const does = login === 'passwordless-user' ? `logs in as ${name} with any password` : `guesses the password of ${name}, which is on every list`
  return { kind: 'log-in', does, because: why }
}

/** Before users there is one password for everything. */
function passwordOfAll(origin: Origin, connects: Step, { server, isWellKnown }: AttackFacts): Foothold[] {
  const requirepass = server.setting('requirepass')
  if (requirepass?.origin.kind !== 'set') return []
  const empty = requirepass.value === ''
  if (!empty && !isWellKnown({ form: 'plain', secret: requirepass.value })) return []
  const does = empty ? 'logs in with the empty password' : 'guesses the password, which is on every list'
  const step: Step = { kind: 'log-in', does, because: because(requirepass, 'no password') }
  return [{ origin, login: 'well-known-password', user: null, steps: [connects, step] }]
}

/** Would the server run this for him? */
export const can = (argv: Argv, { origin, user }: Pick<Foothold, 'origin' | 'user'>, facts: AttackFacts): Verdict => runs(argv, origin, user, facts)
