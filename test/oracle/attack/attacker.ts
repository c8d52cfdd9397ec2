import { connect, type NetConnectOpts } from 'node:net'
import type { Argv } from '../../../src/model/exposure/permission.ts'
import { connectTo, ErrorReply, parseReply, type Client, type Reply } from '../resp.ts'

/** Where a live attacker sits: the socket file, loopback, or another address of loopback that old releases call foreign. */
export const LIVE_ORIGINS = ['unix', 'loopback4', 'loopback4-other'] as const
export type LiveOrigin = (typeof LIVE_ORIGINS)[number]

export interface Victim {
  readonly folder: string
  readonly port: number
}

export const SOCKET_FILE = 's.sock'

function addressFrom(origin: LiveOrigin, { folder, port }: Victim): NetConnectOpts {
  if (origin === 'unix') return { path: `${folder}/${SOCKET_FILE}` }
  const host = origin === 'loopback4' ? '127.0.0.1' : '127.0.0.2'
  return { host, port, localAddress: host }
}

/** Accounts take turns, so a connection may be idle for long on a busy machine. */
const MOST_IDLE = 60_000

export const connectFrom = (origin: LiveOrigin, victim: Victim): Promise<Client | null> => connectTo(addressFrom(origin, victim), MOST_IDLE)

/** Milliseconds after which a stream that brought no error counts as begun. */
const PATIENCE = 1000

/** What a command is answered first, after others; a stream may follow it: MONITOR, PSYNC. */
export function firstLine(origin: LiveOrigin, victim: Victim, before: readonly (readonly string[])[], command: readonly string[]): Promise<Reply> {
  return new Promise((resolve) => {
    const socket = connect(addressFrom(origin, victim))
    let said = ''
    const end = (): void => {
      socket.destroy()
      const line = lineAfter(said, before.length) ?? '+'
      resolve(line.startsWith('-') ? new ErrorReply(line.slice(1)) : line)
    }
    socket.on('connect', () => socket.write([...before, command].map((argv) => `${argv.join(' ')}\r\n`).join('')))
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (lineAfter(said, before.length) !== null) end()
    })
    socket.on('error', end)
    socket.setTimeout(PATIENCE, end)
  })
}

/** The line after some replies; null: it is not there yet. A primary sends newlines while its replica waits. */
function lineAfter(said: string, replies: number): string | null {
  let at = 0
  for (let i = 0; i < replies; i++) {
    const parsed = parseReply(said, at)
    if (parsed === null) return null
    at = parsed.end
  }
  const [line = '', ...more] = said.slice(at).trimStart().split('\r\n')
  return more.length > 0 ? line : null
}

/** The same permission asked for without the harm: nobody is stopped, and nothing is written outside the server's own folder. */
export function harmless([command, ...args]: Argv, original: string, folder: string): Argv {
  const line = [original, ...args].join(' ')
  if (line.startsWith('config set dir')) return [command, 'set', 'dir', folder]
  if (line === 'debug segfault') return [command, 'sleep', '0']
  if (original === 'shutdown') return [command, 'nonsense']
  if (line.startsWith('debug sleep')) return [command, 'sleep', '0']
  if (line.startsWith('eval while')) return [command, 'return 1', '0']
  if (line.startsWith('client pause')) return [command, 'pause', '0']
  if (line.startsWith('module load')) return [command, args[0] ?? 'load', '/nonexistent/x.so']
  if (line.startsWith('migrate')) return [command, '127.0.0.1', '1', ...args.slice(2, 4), '10']
  if (/^(replicaof|slaveof) attacker/.test(line)) return [command, '127.0.0.1', '1']
  return [command, ...args]
}

/** The server would not do it for him. A command that ran and failed was still run. */
export function isRefused(reply: Reply): boolean {
  return reply instanceof ErrorReply && REFUSALS.test(reply.text)
}

const REFUSALS = /^(NOAUTH|NOPERM|DENIED|WRONGPASS|READONLY|LOST)|^-?ERR (unknown (sub)?command ['`]|invalid password|.*not allowed|.*can't set|Unsupported CONFIG|.*Unknown option|.*no password is set)|protected config|^ERR.*without any password configured/

export const isReadOnly = (reply: Reply): boolean => reply instanceof ErrorReply && reply.text.startsWith('READONLY')
