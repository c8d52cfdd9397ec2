import type { Location } from '../../parser/source-file.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Project } from '../project.ts'
import type { ExposureOptions, ProblemCode, Setting, StartProblem } from '../server-model.ts'
import { isOnHost } from './addresses.ts'
import { listenersOf, type Listener, type Settings, type TcpListener, type UnixListener } from './listeners.ts'

type ListeningProject = Pick<Project, 'schema' | 'kind' | 'entry'>

export interface ListenOptions extends ExposureOptions {
  /** Why a socket file can't be made at a path, in the system's words; without it, any can. */
  readonly whyNoSocket?: (listener: UnixListener) => string | null
}

/**
 * Why the server would give up when it opens the sockets of its clients: names that do not resolve, addresses
 * that this host does not have or that are taken by an earlier one, a socket file that can't be made, nowhere
 * to listen. Empty when it listens.
 *
 * It is the stage `start`. When that comes, before or after users and certificates, is up to
 * the release, so the caller decides where in the order of problems it stands.
 */
export function listenerProblems(settings: Settings, project: ListeningProject, options: ListenOptions = {}): readonly StartProblem[] {
  const { open, problems } = tried(listenersOf(settings, project).filter(({ kind }) => kind !== 'cluster-bus'), [], project, options)
  return problems.length === 0 && open.length === 0 ? [nowhere(settings, project)] : problems
}

/** The same for the bus of a cluster node, which is opened once clients can connect. */
export function busProblems(settings: Settings, project: ListeningProject, options: ListenOptions = {}): readonly StartProblem[] {
  const all = listenersOf(settings, project)
  const { open } = tried(all.filter(({ kind }) => kind !== 'cluster-bus'), [], project, options)
  return tried(all.filter(({ kind }) => kind === 'cluster-bus'), open, project, options).problems
}

interface Tried {
  readonly open: readonly Listener[]
  readonly problems: readonly StartProblem[]
}

/** Opens sockets beside those that are open. */
function tried(listeners: readonly Listener[], before: readonly Listener[], project: ListeningProject, options: ListenOptions): Tried {
  const open = [...before]
  const problems: StartProblem[] = []
  for (const listener of listeners) {
    const found = listener.kind === 'unix' ? socketProblem(listener, project, options) : tcpProblem(listener, open, project, options)
    if (found === null) open.push(listener)
    else if (found !== 'passed-over') problems.push(found)
  }
  return { open, problems }
}

/** The bytes that hold a path in an address, the last of them a zero (unix(7)). */
const LONGEST_SOCKET_PATH = 108

function socketProblem(listener: UnixListener, project: ListeningProject, { whyNoSocket }: ListenOptions): StartProblem | null {
  const { schema } = project
  const { path, from: [setting] } = listener
  const why = path.length >= LONGEST_SOCKET_PATH && schema.has('long-socket-path-refused')
    ? `unix socket path too long (${path.length}), must be under ${LONGEST_SOCKET_PATH}`
    : prefixed('bind: ', whyNoSocket?.(listener) ?? null)
  if (why === null) return null
  return problem('unusable-address', `${schema.has('socket-failure-says-failed') ? 'Failed opening' : 'Opening'} Unix socket: ${why}`, at(setting, project))
}

const prefixed = (prefix: string, text: string | null): string | null => (text === null ? null : prefix + text)

type Failure = 'unresolvable' | 'unusable' | 'absent' | 'taken'

const SYSTEM_ERRORS: Readonly<Record<Failure, string>> = {
  unresolvable: 'Name or service not known',
  unusable: 'bind: Invalid argument',
  absent: 'bind: Cannot assign requested address',
  taken: 'bind: Address already in use',
}

function tcpProblem(listener: TcpListener, open: readonly Listener[], project: ListeningProject, options: ListenOptions): StartProblem | 'passed-over' | null {
  const { schema } = project
  const failure = failureOf(listener, open, schema, options)
  if (failure === null) return null
  if (failure === 'absent' && (listener.address.optional || !schema.has('absent-address-is-fatal'))) return 'passed-over'
  const [port, bind] = listener.from
  return problem('unusable-address', message(listener, failure, schema), at(bind ?? port, project, listener.address.word))
}

function failureOf(listener: TcpListener, open: readonly Listener[], schema: Schema, options: ListenOptions): Failure | null {
  const { address } = listener
  if (address.problem !== null) return address.problem
  if (!isOnHost(address, options.addresses, schema)) return 'absent'
  const isTaken = open.some((other) => other.kind !== 'unix' && overlaps(other, listener) && areBothThere(other, listener, options))
  return isTaken ? 'taken' : null
}

/**
 * Where the addresses of the host are not known, one that need not be there is in nobody's way; but for the same address, where
 * another word insists on it: without it the server stops as well.
 */
function areBothThere(a: TcpListener, b: TcpListener, options: ListenOptions): boolean {
  const missing = [a, b].filter((listener) => mayBeAbsent(listener, options)).length
  return missing === 0 || (missing === 1 && a.address.host === b.address.host)
}

const mayBeAbsent = ({ address }: TcpListener, { addresses }: ListenOptions): boolean =>
  addresses === undefined && address.optional && address.scope === 'network'

function overlaps(a: TcpListener, b: TcpListener): boolean {
  return a.port === b.port && a.address.family === b.address.family &&
    (a.address.host === b.address.host || a.address.scope === 'any' || b.address.scope === 'any')
}

function message({ kind, port, address }: TcpListener, failure: Failure, schema: Schema): string {
  if (schema.has(kind === 'cluster-bus' ? 'bus-failure-names-port' : 'listening-failure-names-port')) {
    return `Failed listening on port ${port} (${protocolOf(kind, schema)}), aborting.`
  }
  const opening = schema.has('listening-failure-says-could-not') ? 'Could not create server TCP listening socket' : 'Creating Server TCP listening socket'
  const warned = schema.has('listening-failure-names-port')
  const word = warned && address.optional ? address.word.slice(1) : address.word
  return `${warned ? 'Warning: ' : ''}${opening} ${word}:${port}: ${SYSTEM_ERRORS[failure]}`
}

function protocolOf(kind: TcpListener['kind'], schema: Schema): string {
  if (kind === 'cluster-bus') return 'cluster'
  return schema.has('unix-listener-before-tls') ? kind : kind.toUpperCase()
}

/** Where the lines stand that leave the server deaf: the port, or the `bind` that names nothing. */
function nowhere(settings: Settings, project: ListeningProject): StartProblem {
  const bind = settings.setting('bind')
  const port = settings.setting('port')
  const culprit = port !== null && port.value !== '0' && bind?.origin.kind === 'set' ? bind : port
  return problem('nowhere-to-listen', 'Configured to not listen anywhere, exiting.', at(culprit, project))
}

/** The word of the line in force, the line itself, or the head of the entry file for a default. */
function at(setting: Setting | null, project: ListeningProject, word?: string): Location {
  const use = setting?.origin.kind === 'set' ? setting.origin.by.at(-1) : undefined
  if (use === undefined) return { path: project.entry, span: { start: 0, end: 0 } }
  const arg = use.node.args.find(({ value }) => value === word) ?? use.node.args[0] ?? use.node.name
  return { path: use.path, span: arg.span }
}

const problem = (code: ProblemCode, text: string, where: Location): StartProblem =>
  ({ ...where, stage: 'start', line: 0, message: text, code, crash: false })
