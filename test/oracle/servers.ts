import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { refusalOf, type Refusal } from './refusal.ts'
import { connectTo, type Client, type Reply } from './resp.ts'

/** A server that `test/oracle/install` unpacked. */
export interface OracleServer {
  /** `redis-7.0.15` */
  readonly name: string
  /** `redis@7.0.15` */
  readonly target: string
  readonly folder: string
  /** `<folder>/stock/`: the configuration files of its package, if they are there. */
  readonly stock: readonly string[]
}

export interface StartOptions {
  /** Path below the server's working directory → text, one char a byte. */
  readonly files: Readonly<Record<string, string>>
  /** Paths among `files` that get the execute bit. */
  readonly executable?: readonly string[]
  /** Default: the first of `files`. */
  readonly entry?: string
  readonly sentinel?: boolean
  /** After the file on the command line, e.g. `['--port', '7001']`. */
  readonly args?: readonly string[]
  /**
   * `own` (default): a network namespace with nothing but 127.0.0.1 and ::1, so that the ports a file names are free;
   * the client goes over a unix socket that is added on the command line. Where the machine allows no namespace, the
   * TCP port is replaced by 0. `host`: exactly the files and args; connect to the port yourself with `connectTo`.
   */
  readonly network?: 'own' | 'host'
  /** Add `--unixsocket` (default with `own`). Without it a server counts as started when its log says so. */
  readonly socket?: boolean
  /** Milliseconds for the start. */
  readonly patience?: number
}

export interface RunningServer {
  readonly started: true
  readonly folder: string
  /** Over the added unix socket. Null without one. */
  readonly client: Client | null
  /** A further connection over the same socket. */
  connect(): Promise<Client | null>
  /** `CONFIG GET *`; null where it is not to be had (no rights, renamed, sentinel). */
  config(): Promise<Readonly<Record<string, string>> | null>
  output(): string
  /** Kills it and removes its folder. */
  stop(): Promise<void>
}

/** Neither answered nor died in time. Already killed. */
export interface Undecided { readonly started: null; readonly output: string }
export type Outcome = RunningServer | Refusal | Undecided

export const ORACLES_FOLDER: string = process.env['REDIS_ORACLES'] ?? join(homedir(), '.cache', 'redis-oracles')
export const NO_SERVERS = 'no real servers here: run test/oracle/install'

/** All of them, oldest first; empty if none is unpacked. */
export function installedServers(folder: string = ORACLES_FOLDER): readonly OracleServer[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^(redis|valkey)-[\d.]+$/.test(name) && isExecutable(join(folder, name, 'server')))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({ name, target: name.replace('-', '@'), folder: join(folder, name), stock: stockOf(join(folder, name, 'stock')) }))
}

function stockOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const NAMESPACES: readonly (readonly string[])[] = [['unshare', '-n'], ['unshare', '-rn']]
const LO_UP = 'ip link set lo up && exec "$0" "$@"'
let namespace: readonly string[] | null | undefined

/** What to put before a command to run it in a network namespace of its own; null where the kernel or the sandbox refuses. */
export function ownNetwork(): readonly string[] | null {
  namespace ??= NAMESPACES.find(([program = '', ...args]) => spawnSync(program, [...args, 'sh', '-c', LO_UP, 'true']).status === 0) ?? null
  return namespace === null ? null : [...namespace, 'sh', '-c', LO_UP]
}

const running = new Set<ChildProcess>()
process.on('exit', () => { for (const child of running) child.kill('SIGKILL') })

/** Starts a server in a fresh temporary folder and waits until it answers or dies. Stop what `started`. */
export async function start(server: OracleServer, options: StartOptions): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'oracle-'))
  await writeFiles(folder, options)
  const child = launch(server, folder, options)
  let output = ''
  const collect = (chunk: Buffer): void => { output += chunk.toString('latin1') }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const socket = wantsSocket(options) ? join(folder, SOCKET) : null
  const log = (): string => output + logFiles(folder, options)
  const end = await waitFor(child, socket, log, options.patience ?? 5000)
  if (end.kind === 'answers') return handle(child, folder, socket, log)
  await kill(child)
  const all = log()
  await rm(folder, { recursive: true, force: true })
  return end.kind === 'ended' ? refusalOf(all, end.code) : { started: null, output: all }
}

/** Starts a server, asks, and stops it for sure. */
export async function withServer<T>(server: OracleServer, options: StartOptions, ask: (outcome: Outcome) => Promise<T>): Promise<T> {
  const outcome = await start(server, options)
  try {
    return await ask(outcome)
  } finally {
    if (outcome.started) await outcome.stop()
  }
}

const SOCKET = '.oracle.sock'
const wantsSocket = (options: StartOptions): boolean => options.socket ?? options.network !== 'host'
const entryOf = (options: StartOptions): string => options.entry ?? Object.keys(options.files)[0] ?? 'redis.conf'

async function writeFiles(folder: string, options: StartOptions): Promise<void> {
  for (const [path, text] of Object.entries(options.files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), Buffer.from(text, 'latin1'), { mode: options.executable?.includes(path) ? 0o755 : 0o644 })
  }
}

function launch(server: OracleServer, folder: string, options: StartOptions): ChildProcess {
  const isolate = options.network === 'host' ? [] : ownNetwork() ?? []
  const port = options.network !== 'host' && isolate.length === 0 ? ['--port', '0'] : []
  const socket = wantsSocket(options) ? ['--unixsocket', join(folder, SOCKET)] : []
  const argv = [...isolate, join(server.folder, options.sentinel ? 'sentinel' : 'server'), entryOf(options), ...(options.args ?? []), ...port, ...socket]
  const child = spawn(argv[0] ?? '', argv.slice(1), { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/** What it exited with or the signal it died of, or why the wait ended without that. */
type End = { readonly kind: 'answers' | 'silent' } | { readonly kind: 'ended'; readonly code: number | string }

async function waitFor(child: ChildProcess, socket: string | null, log: () => string, patience: number): Promise<End> {
  const ends: End[] = []
  child.once('close', (code, signal) => { ends.push({ kind: 'ended', code: signal ?? code ?? 'unknown' }) })
  const deadline = Date.now() + patience
  while (ends.length === 0 && Date.now() < deadline) {
    if (socket === null ? /ready to accept connections|Sentinel ID is/i.test(log()) : await answers(socket)) return { kind: 'answers' }
    await new Promise((resolve) => setTimeout(resolve, 8))
  }
  return ends[0] ?? { kind: 'silent' }
}

async function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return false
  const client = await connectTo({ path: socket }, 1000)
  const reply = await client?.send('PING')
  client?.close()
  return reply !== undefined && !isLost(reply)
}

const isLost = (reply: Reply): boolean => typeof reply === 'object' && reply !== null && 'text' in reply && /^(LOST|LOADING)/.test(reply.text)

async function handle(child: ChildProcess, folder: string, socket: string | null, log: () => string): Promise<RunningServer> {
  const connect = async (): Promise<Client | null> => socket === null ? null : connectTo({ path: socket })
  const client = await connect()
  return {
    started: true, folder, client, connect, output: log,
    config: async () => recordOf(await client?.send('CONFIG', 'GET', '*') ?? null),
    stop: async () => {
      client?.close()
      await kill(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function recordOf(reply: Reply): Record<string, string> | null {
  if (!Array.isArray(reply) || reply.length === 0) return null
  return Object.fromEntries(Array.from({ length: reply.length / 2 }, (_, i) => [String(reply[2 * i]), String(reply[2 * i + 1])]))
}

async function kill(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await closed
}

/** A `logfile` below the folder takes the words that stdout is missing. */
function logFiles(folder: string, options: StartOptions): string {
  const paths = Object.values(options.files).flatMap((text) => [...text.matchAll(/^[ \t]*logfile[ \t]+"?([\w./-]+)/gim)].map((match) => match[1] ?? ''))
  return paths.map((path) => join(folder, path)).filter((path) => existsSync(path)).map((path) => readFileSync(path, 'latin1')).join('')
}
