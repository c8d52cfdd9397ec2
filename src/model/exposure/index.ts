import type { Project } from '../project.ts'
import type { AclUser, Because, Exposure, ExposureOptions, Origin, ReachVerdict, ServerModel, Verdict } from '../server-model.ts'
import { isOnHost } from './addresses.ts'
import { authentication, because, type Authentication } from './authentication.ts'
import { commandNames } from './command-names.ts'
import { accepts, listenersOf, type Listener } from './listeners.ts'
import { commandGate, runs, type Argv, type PermissionFacts } from './permission.ts'
import { isLocal, protectedMode, type ProtectedMode } from './protected-mode.ts'

/** Where a client can be. */
export const ORIGINS: readonly Origin[] = ['unix', 'loopback4', 'loopback4-other', 'loopback6', 'network4', 'network6']

/** What exposure is computed from: a server that has started. */
export type ExposedServer = Pick<ServerModel, 'setting' | 'uses' | 'users'>

/**
 * Who can reach the server from where, and what they may run before they have logged in.
 *
 * @example
 * const exposure = exposureOf(server, project)
 * exposure.from('network4')                    // 'open'
 * exposure.may(['flushall'], 'network4').allowed // true
 */
export function exposureOf(server: ExposedServer, project: Project, options: ExposureOptions = {}): Exposure {
  const listeners = listenersOf(server, project).filter((listener) => isOpen(listener, project, options))
  const auth = authentication(server, project)
  const mode = protectedMode(server, auth, project)
  const names = commandNames(server, commandTable(project))
  const reaches = new Map<Origin, ReachVerdict>()
  const why = (origin: Origin): ReachVerdict => {
    const known = reaches.get(origin) ?? reachFrom(origin, { listeners, auth, mode, server, project })
    reaches.set(origin, known)
    return known
  }
  return {
    listeners,
    why,
    from: (origin) => why(origin).reach,
    may: (argv, origin) => may(argv, origin, why(origin), { names, server, project }),
  }
}

/** The commands this process answers: a sentinel has its own. */
export const commandTable = ({ kind, schema }: Project): Project['schema']['commands'] =>
  kind === 'sentinel' ? schema.sentinelCommands : schema.commands

/** An address that can't be bound to is no way in. Where that ends the start, it is a start problem besides. */
function isOpen(listener: Listener, { schema }: Project, { addresses }: ExposureOptions): boolean {
  return listener.kind === 'unix' || (listener.address.problem === null && isOnHost(listener.address, addresses, schema))
}

interface ReachFacts {
  readonly listeners: readonly Listener[]
  readonly auth: Authentication
  readonly mode: ProtectedMode
  readonly server: ExposedServer
  readonly project: Project
}

const HOW_OPEN = ['unreachable', 'denied', 'noauth', 'open'] as const

/** Of several sockets that let somebody in, the one that asks least of him counts. */
function reachFrom(origin: Origin, facts: ReachFacts): ReachVerdict {
  let best: ReachVerdict = { reach: 'unreachable', because: whyUnreachable(facts), through: null }
  for (const listener of facts.listeners) {
    if (!accepts(listener, origin)) continue
    const found = reachThrough(listener, origin, facts)
    if (HOW_OPEN.indexOf(found.reach) > HOW_OPEN.indexOf(best.reach)) best = found
  }
  return best
}

function whyUnreachable({ server }: ReachFacts): Because {
  return because(server.setting('bind'), 'nothing listens there')
}

function reachThrough(listener: Listener, origin: Origin, { auth, mode, server, project }: ReachFacts): ReachVerdict {
  const through = listener
  // The handshake comes first: a stranger without a certificate never gets to speak the protocol.
  if (needsCertificate(listener, server)) {
    return { reach: 'noauth', because: because(server.setting('tls-auth-clients'), 'clients need a certificate'), through }
  }
  if (mode.active && !isLocal(origin, project)) return { reach: 'denied', because: mode.because, through }
  return { reach: auth.required ? 'noauth' : 'open', because: auth.because, through }
}

interface MayFacts extends PermissionFacts {
  readonly server: ExposedServer
}

/** A client must show a certificate before the server listens to it. */
export const needsCertificate = (listener: Listener, server: Pick<ServerModel, 'setting'>): boolean =>
  listener.kind === 'tls' && server.setting('tls-auth-clients')?.value === 'yes'

function may(argv: Argv, origin: Origin, { reach, because: why, through }: ReachVerdict, facts: MayFacts): Verdict {
  if (through === null || reach === 'denied' || needsCertificate(through, facts.server)) return { allowed: false, because: why }
  if (reach === 'open') return runs(argv, origin, defaultUser(facts), facts)
  const gate = commandGate(argv, origin, facts)
  return gate.allowed ? { allowed: isForStrangers(argv, facts), because: why } : gate
}

/** Whom a fresh connection runs as; null before users exist. */
const defaultUser = ({ server, project }: MayFacts): AclUser | null =>
  project.schema.has('acl') ? server.users.get('default') ?? null : null

/** AUTH, HELLO and the like are answered before anybody has logged in. */
function isForStrangers(argv: Argv, { names, project }: PermissionFacts): boolean {
  const original = names.answering(argv[0])?.original
  if (original === undefined) return false
  return original === 'auth' || (commandTable(project).get(original)?.flags.includes('no_auth') ?? false)
}
