import type { OracleCase } from './cases.ts'
import { withServer, type OracleServer } from './servers.ts'

/** What a server did with a case: `settings` are those that differ from a start on an empty file. */
export type Answer =
  | { readonly started: true; readonly settings: Readonly<Record<string, string>> | null }
  | { readonly started: false; readonly stage: 'line' | 'acl' | 'start'; readonly line: number; readonly message: string; readonly crash: boolean }

/** Settings that the machine and the way of asking decide. */
export const NOT_ASKED: ReadonlySet<string> = new Set(['unixsocket', 'dir', 'pidfile', 'maxclients', 'oom-score-adj-values', 'daemonize'])

type Settings = Readonly<Record<string, string>>

/** `CONFIG GET *` after a start on an empty file; sentinels have no CONFIG. */
export async function plainSettings(server: OracleServer): Promise<Settings> {
  return withServer(server, { files: { 'redis.conf': '' } }, async (outcome) => (outcome.started ? await outcome.config() ?? {} : {}))
}

/** null: no answer in time. */
export async function answerOf(server: OracleServer, given: OracleCase, plain: Settings): Promise<Answer | null> {
  return withServer(server, given, async (outcome) => {
    if (outcome.started === null) return null
    if (!outcome.started) {
      const { stage, line, message, code } = outcome
      return { started: false, stage, line, message, crash: typeof code === 'string' }
    }
    if (given.auth !== undefined) await outcome.client?.send('AUTH', ...given.auth)
    const config = given.sentinel === true ? null : await outcome.config()
    return { started: true, settings: config === null ? null : different(config, plain) }
  })
}

function different(config: Settings, plain: Settings): Settings {
  return Object.fromEntries(Object.entries(config).filter(([name, value]) => !NOT_ASKED.has(name) && plain[name] !== value))
}
