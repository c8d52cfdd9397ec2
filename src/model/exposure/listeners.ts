import { argumentsOf } from '../arguments.ts'
import type { Project } from '../project.ts'
import type { Origin, ServerModel, Setting } from '../server-model.ts'
import { cString } from '../values/c-text.ts'
import { readBindAddress, type BindAddress } from './addresses.ts'

/** What is needed to know where a server listens: its settings, while it starts or when it has. */
export type Settings = Pick<ServerModel, 'setting'>

/** A socket the server opens. */
export interface TcpListener {
  readonly kind: 'tcp' | 'tls' | 'cluster-bus'
  readonly port: number
  readonly address: BindAddress
  /** The settings that open it: the port, then the addresses. */
  readonly from: readonly [port: Setting, bind: Setting | null]
}
export interface UnixListener {
  readonly kind: 'unix'
  readonly path: string
  /** Octal bits it is given; null: what the umask of the process leaves. */
  readonly mode: number | null
  readonly from: readonly [path: Setting]
}
export type Listener = TcpListener | UnixListener

/** Addresses bound when the file names none. Every release listens on all of both families. */
const EVERYWHERE = ['*', '::'] as const

/** The words of `bind` in force. Empty: no TCP socket is opened, plain or TLS. */
export function bindWords(settings: Settings, { schema }: Pick<Project, 'schema'>): readonly string[] {
  const bind = settings.setting('bind')
  const use = bind?.origin.kind === 'set' ? bind.origin.by.at(-1) : undefined
  const facts = schema.directive('bind')
  if (use === undefined || facts === null) return EVERYWHERE
  const words = (argumentsOf(use, facts, schema) ?? []).map(cString)
  // An empty word among others is a name that nobody can resolve.
  return words.length === 1 && words[0] === '' && schema.has('empty-bind-listens-nowhere') ? [] : words
}

const numberOf = (setting: Setting | null): number => {
  const value = Number(setting?.value ?? 0)
  return Number.isSafeInteger(value) ? value : 0
}

function tcpListeners(kind: TcpListener['kind'], port: number, from: Setting | null, settings: Settings, project: Pick<Project, 'schema'>): TcpListener[] {
  if (port === 0 || from === null) return []
  const bind = settings.setting('bind')
  return bindWords(settings, project).map((word) =>
    ({ kind, port, address: readBindAddress(word, project.schema), from: [from, bind] }))
}

/** The port of a sentinel that names none (sentinel.c: initSentinelConfig). */
const SENTINEL_PORT = 26379

function plainPort(settings: Settings, kind: Project['kind']): number {
  const port = settings.setting('port')
  return kind === 'sentinel' && port?.origin.kind === 'default' ? SENTINEL_PORT : numberOf(port)
}

function clusterBus(settings: Settings, project: Pick<Project, 'schema' | 'kind'>): TcpListener[] {
  if (settings.setting('cluster-enabled')?.value !== 'yes') return []
  const own = settings.setting('cluster-port')
  const base = settings.setting(settings.setting('tls-cluster')?.value === 'yes' ? 'tls-port' : 'port')
  const port = numberOf(own) === 0 ? numberOf(base) + BUS_OFFSET : numberOf(own)
  return tcpListeners('cluster-bus', port, numberOf(own) === 0 ? base : own, settings, project)
}

/** The bus has the port of the clients plus this, unless cluster-port says otherwise. */
const BUS_OFFSET = 10_000

function unixListeners(settings: Settings): UnixListener[] {
  const path = settings.setting('unixsocket')
  if (path === null || path.value === '') return []
  const perm = settings.setting('unixsocketperm')
  const mode = Number.parseInt(perm?.value ?? '0', 8)
  return [{ kind: 'unix', path: path.value, mode: mode > 0 ? mode : null, from: [path] }]
}

/** Every socket the server would open, in the order it opens them. */
export function listenersOf(settings: Settings, project: Pick<Project, 'schema' | 'kind'>): readonly Listener[] {
  const plain = tcpListeners('tcp', plainPort(settings, project.kind), settings.setting('port'), settings, project)
  const tlsPort = settings.setting('tls-port')
  const tls = tcpListeners('tls', numberOf(tlsPort), tlsPort, settings, project)
  const unix = unixListeners(settings)
  const rest = project.schema.has('unix-listener-before-tls') ? [...unix, ...tls] : [...tls, ...unix]
  return [...plain, ...rest, ...clusterBus(settings, project)]
}

/** Can somebody at `origin` connect to it? The cluster bus speaks another protocol and is no way to the commands. */
export function accepts(listener: Listener, origin: Origin): boolean {
  if (listener.kind === 'unix') return origin === 'unix'
  if (listener.kind === 'cluster-bus' || origin === 'unix') return false
  const { family, scope } = listener.address
  if (origin.endsWith('6') !== (family === 6)) return false
  if (scope === 'any') return true
  if (scope === 'network') return origin === 'network4' || origin === 'network6'
  return scope === 'loopback' ? origin === 'loopback4' || origin === 'loopback6' : origin === 'loopback4-other'
}
