import type { Argv } from '../../../src/model/exposure/permission.ts'
import { ErrorReply, type Client } from '../resp.ts'
import { connectFrom, firstLine, harmless, isReadOnly, isRefused, type LiveOrigin, type Victim } from './attacker.ts'
import type { Configuration } from './configurations.ts'

/** `read-only`: he may, but a replica does not take it until it has left its primary. */
export type Answer = 'done' | 'read-only' | 'refused'

/** Somebody who got in, and what the server said to everything he tried. */
export interface LiveAccount {
  readonly origin: LiveOrigin
  /** null: he did not log in. */
  readonly user: string | null
  ask(argv: Argv): Promise<Answer>
  close(): void
}

/** They turn the connection into something else. */
const STREAMS: ReadonlySet<string> = new Set(['monitor', 'psync', 'sync'])

/** Logs in as `user` where one is named; null: he does not get in. */
export async function liveAccount(origin: LiveOrigin, user: string | null, victim: Victim, { guessable, found }: Configuration): Promise<LiveAccount | null> {
  const client = await connectFrom(origin, victim)
  if (client === null) return null
  const login = user === null ? [] : [await loginOf(client, user, guessable.get(user) ?? '', found)]
  if (login.some((command) => command === null)) {
    client.close()
    return null
  }
  const ask = async (argv: Argv): Promise<Answer> => {
    const name = nameOf(argv[0], found)
    if (name === null) return 'refused'
    const [, ...args] = argv
    const sent = harmless([name, ...args], argv[0], victim.folder)
    const reply = STREAMS.has(argv[0]) ? await firstLine(origin, victim, login.flatMap((command) => (command === null ? [] : [command])), sent) : await client.send(...sent)
    return isReadOnly(reply) ? 'read-only' : isRefused(reply) ? 'refused' : 'done'
  }
  return { origin, user, ask, close: () => { client.close() } }
}

/** AUTH or, where that was taken away, HELLO. */
async function loginOf(client: Client, user: string, password: string, found: Configuration['found']): Promise<Argv | null> {
  for (const [command, ...before] of [['auth'], ['hello', '2', 'auth']] as const) {
    const name = nameOf(command, found)
    if (name === null) continue
    const argv: Argv = [name, ...before, user, password]
    if (!(await client.send(...argv) instanceof ErrorReply)) return argv
  }
  return null
}

/** The name a command answers to, as far as he can find it; null: he does not find it. */
function nameOf(command: string, found: Configuration['found']): string | null {
  const name = found.get(command)
  return name === undefined ? command : name === '' ? null : name
}
