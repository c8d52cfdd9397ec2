import type { Location } from '../../parser/source-file.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Project } from '../project.ts'
import type { ExposureOptions, ProblemCode, Setting, StartProblem } from '../server-model.ts'
import { isOnHost } from './addresses.ts'
import { listenersOf, type Listener, type Settings, type TcpListener } from './listeners.ts'

type ListeningProject = Pick<Project, 'schema' | 'kind' | 'entry'>

/**
 * Why the server would give up when it opens its sockets: names that do not resolve, addresses
 * that this host does not have or that are taken by an earlier one, ports out of range, nowhere
 * to listen. Empty when it listens.
 *
 * It is the stage `start`. When that comes, before or after users and certificates, is up to
 * the release, so the caller decides where in the order of problems it stands.
 */
export function listenerProblems(settings: Settings, project: ListeningProject, options: ExposureOptions = {}): readonly StartProblem[] {
  const { schema } = project
  const problems: StartProblem[] = []
  const open: Listener[] = []
  for (const listener of listenersOf(settings, project)) {
    const failure = failureOf(listener, open, schema, options)
    if (failure === null) open.push(listener)
    else if (isFatal(failure, listener, schema)) problems.push(problemAt(listener, failure, project))
  }
  if (problems.length === 0 && !open.some((listener) => listener.kind !== 'cluster-bus')) {
    problems.push(nowhere(settings, project))
  }
  return problems
}

type Failure = 'unresolvable' | 'unusable' | 'absent' | 'taken' | 'port-too-high'

const SYSTEM_ERRORS: Readonly<Record<Exclude<Failure, 'port-too-high'>, string>> = {
  unresolvable: 'Name or service not known',
  unusable: 'bind: Invalid argument',
  absent: 'bind: Cannot assign requested address',
  taken: 'bind: Address already in use',
}

function failureOf(listener: Listener, open: readonly Listener[], schema: Schema, { addresses }: ExposureOptions): Failure | null {
  if (listener.kind === 'unix') return null
  const { address, port } = listener
  if (port > 65535) return 'port-too-high'
  if (address.problem !== null) return address.problem
  if (!isOnHost(address, addresses, schema)) return 'absent'
  return open.some((other) => other.kind !== 'unix' && overlaps(other, listener)) ? 'taken' : null
}

function overlaps(a: TcpListener, b: TcpListener): boolean {
  return a.port === b.port && a.address.family === b.address.family &&
    (a.address.host === b.address.host || a.address.scope === 'any' || b.address.scope === 'any')
}

function isFatal(failure: Failure, listener: Listener, schema: Schema): boolean {
  if (failure !== 'absent' || listener.kind === 'unix') return true
  return schema.has('absent-address-is-fatal') && !listener.address.optional
}

function problemAt(listener: Listener, failure: Failure, project: ListeningProject): StartProblem {
  if (listener.kind === 'unix') throw new Error('unreachable: whether a socket file can be made is not known here')
  const [portSetting, bind] = listener.from
  if (failure === 'port-too-high') return problem('other', portTooHigh(project.schema), at(portSetting, project))
  return problem('unusable-address', message(listener, failure, project.schema), at(bind ?? portSetting, project, listener.address.word))
}

function message({ kind, port, address }: TcpListener, failure: Exclude<Failure, 'port-too-high'>, schema: Schema): string {
  if (schema.has('listening-failure-names-port')) {
    const lower = schema.has('unix-listener-before-tls')
    const protocol = kind === 'tls' ? 'TLS' : 'TCP'
    return `Failed listening on port ${port} (${lower ? protocol.toLowerCase() : protocol}), aborting.`
  }
  const opening = schema.has('listening-failure-says-could-not') ? 'Could not create server TCP listening socket' : 'Creating Server TCP listening socket'
  return `${opening} ${address.word}:${port}: ${SYSTEM_ERRORS[failure]}`
}

function portTooHigh(schema: Schema): string {
  const name = schema.release.server === 'redis' ? 'Redis' : 'Valkey'
  return `${name} port number too high. Cluster communication port is 10,000 port numbers higher than your ${name} port. Your ${name} port number must be 55535 or less.`
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
