import type { Project } from '../project.ts'
import type { Because, Exposure, ExposureOptions, Origin, ReachVerdict, ServerModel, Verdict } from '../server-model.ts'
import { isOnHost } from './addresses.ts'
import { authentication, because, type Authentication } from './authentication.ts'
import { commandNames, type CommandNames } from './command-names.ts'
import { accepts, listenersOf, type Listener } from './listeners.ts'
import { commandGate, configGate, userMay, type Argv } from './permission.ts'
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

interface MayFacts {
  readonly names: CommandNames
  readonly server: ExposedServer
  readonly project: Project
}

const needsCertificate = (listener: Listener, server: Pick<ServerModel, 'setting'>): boolean =>
  listener.kind === 'tls' && server.setting('tls-auth-clients')?.value === 'yes'

function may(argv: Argv, origin: Origin, { reach, because: why, through }: ReachVerdict, { names, server, project }: MayFacts): Verdict {
  if (through === null || reach === 'denied' || needsCertificate(through, server)) return { allowed: false, because: why }
  const gate = commandGate(argv, origin, names, server, project)
  if (!gate.allowed) return gate
  if (reach === 'noauth') return { allowed: isForStrangers(argv, names, project), because: why }
  const user = project.schema.has('acl') ? server.users.get('default') ?? null : null
  const granted = userMay(argv, user, names)
  if (granted?.allowed === false) return granted
  return configGate(argv, origin, names, server, project) ?? (gate.because.kind === 'default' ? granted ?? gate : gate)
}

/** AUTH, HELLO and the like are answered before anybody has logged in. */
function isForStrangers(argv: Argv, names: CommandNames, project: Project): boolean {
  const original = names.answering(argv[0])?.original
  if (original === undefined) return false
  return original === 'auth' || (commandTable(project).get(original)?.flags.includes('no_auth') ?? false)
}
