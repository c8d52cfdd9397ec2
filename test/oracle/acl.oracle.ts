import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dryRun, loadProject, memoryHost, type ServerModel } from '../../src/model/index.ts'
import { isUnknownTarget, schemaFor } from '../../src/schema/index.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { pipeline } from './pipeline.ts'
import { randomFrom, randomLines, randomRules, type Random } from './random-users.ts'
import { ErrorReply, type Reply } from './resp.ts'
import { installedServers, NO_SERVERS, withServer, type OracleServer } from './servers.ts'

/** `SEED=1 npm run test:oracle` does a run again; `USERS` says how many users in all. */
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const USERS = Number(process.env['USERS'] ?? 3500)
const servers = installedServers().filter(({ target }) => schemaOf(target).has('acl'))
const CONF = 'aclfile users.acl\n'
const ASKER = 'user asker on nopass ~* +@all'

function schemaOf(target: string): Schema {
  const schema = schemaFor(target)
  if (isUnknownTarget(schema)) throw new Error(`unreachable: ${target} is installed`)
  return schema
}

async function modelOf(lines: readonly string[], target: string): Promise<ServerModel> {
  const host = memoryHost({ 'redis.conf': CONF, 'users.acl': `${[ASKER, ...lines].join('\n')}\n` })
  return dryRun(await loadProject({ entry: 'redis.conf', host, target }))
}

/** Users whose lines the model takes; whether the server takes them too is seen at once, as it does not start otherwise. */
async function usersFor(schema: Schema, target: string, random: Random): Promise<readonly string[]> {
  const count = Math.ceil(USERS / servers.length)
  const lines = Array.from({ length: count }, (_, i) => `user u${i} ${randomRules(schema, random).join(' ')}`)
  const { problems } = await modelOf(lines, target)
  const refused = new Set(problems.map(({ line }) => line))
  return lines.filter((_, i) => !refused.has(i + 2))
}

const field = (reply: Reply, name: string): Reply => {
  if (!Array.isArray(reply)) return null
  const at = (reply as readonly Reply[]).indexOf(name)
  return at < 0 ? null : (reply as readonly Reply[])[at + 1] ?? null
}
const sorted = (rules: string): string => rules.split(' ').sort().join(' ')
const listed = (reply: Reply, sigil: string): string =>
  Array.isArray(reply) ? (reply as readonly string[]).map((each) => sigil + each).join(' ') : typeof reply === 'string' ? reply : ''

async function compareUsers(server: OracleServer, socket: string, model: ServerModel): Promise<string[]> {
  const names = [...model.users.keys()].filter((name) => name !== 'asker')
  const replies = await pipeline(socket, [['AUTH', 'asker', 'x'], ...names.map((name) => ['ACL', 'GETUSER', name])])
  const differences: string[] = []
  names.forEach((name, i) => {
    const user = model.users.get(name)
    const reply = replies[i + 1] ?? null
    const flags = field(reply, 'flags')
    const seen = [Array.isArray(flags) ? [...flags as string[]].sort().join() : '', sorted(field(reply, 'commands') as string), listed(field(reply, 'keys'), '~'), listed(field(reply, 'channels'), '&')]
    const said = [[...user?.flags ?? []].sort().join(), sorted(user?.commands ?? ''), user?.keys, schemaOf(server.target).has('acl-channels') ? user?.channels : '']
    if (seen.join('\n') !== said.join('\n')) differences.push(`${name}: server ${JSON.stringify(seen)}, model ${JSON.stringify(said)}`)
  })
  return differences
}

async function compareAnswers(socket: string, model: ServerModel, lines: ReturnType<typeof randomLines>): Promise<{ asked: number, differences: string[] }> {
  const users = [...model.users.values()].filter(({ name }) => name !== 'asker')
  const differences: string[] = []
  let asked = 0
  for (let from = 0; from < users.length; from += 50) {
    const some = users.slice(from, from + 50)
    const replies = await pipeline(socket, some.flatMap(({ name }) => lines.map((argv) => ['ACL', 'DRYRUN', name, ...argv])))
    some.forEach((user, i) => {
      lines.forEach((argv, j) => {
        if (asksMoreThanDryRun(argv)) return
        const reply = replies[i * lines.length + j]
        const { allowed } = user.can(argv)
        asked++
        if ((reply === 'OK') !== allowed) differences.push(`${user.name} ${argv.join(' ')}: server ${JSON.stringify(reply)}, model ${allowed}`)
      })
    })
  }
  return { asked, differences }
}

/** SORT with BY or GET is refused by the command itself. */
const asksMoreThanDryRun = ([name, , ...rest]: readonly string[]): boolean =>
  (name === 'sort' || name === 'sort_ro') && rest.some((word) => word === 'GET' || word === 'BY')

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : `users of random rules, SEED=${SEED}`, () => {
  it.each(servers)('$name agrees on what each may do', async (server) => {
    const schema = schemaOf(server.target)
    const random = randomFrom(SEED)
    const lines = await usersFor(schema, server.target, random)
    const model = await modelOf(lines, server.target)
    expect(lines.length).toBeGreaterThan(USERS / servers.length / 2)
    await withServer(server, { files: { 'redis.conf': CONF, 'users.acl': `${[ASKER, ...lines].join('\n')}\n` }, patience: 20_000 }, async (outcome) => {
      if (outcome.started !== true) throw new Error(`${server.name} does not start: ${outcome.output}`)
      const socket = join(outcome.folder, '.oracle.sock')
      const about = (name: string): string => lines.find((line) => line.startsWith(`user ${name.split(/[ :]/)[0] ?? ''} `)) ?? ''
      expect((await compareUsers(server, socket, model)).slice(0, 5).map((text) => `${text}\n  ${about(text)}`)).toEqual([])
      if (!schema.has('acl-knows-subcommands')) return
      const { asked, differences } = await compareAnswers(socket, model, randomLines(schema, random))
      console.log(`${server.name}: ${lines.length} users, ${asked} answers, ${differences.length} differ`)
      expect(differences.slice(0, 5).map((text) => `${text}\n  ${about(text)}`)).toEqual([])
    })
  }, 120_000)

  it.each(servers.filter(({ target }) => schemaOf(target).has('acl-key-permissions')))('$name refuses to sort by keys a user may not read', async (server) => {
    const lines = ['user some on nopass +@all ~k', 'user reader on nopass +@all ~k %R~*']
    const model = await modelOf(lines, server.target)
    await withServer(server, { files: { 'redis.conf': CONF, 'users.acl': `${[ASKER, ...lines].join('\n')}\n` } }, async (outcome) => {
      if (outcome.started !== true) throw new Error(`${server.name} does not start: ${outcome.output}`)
      for (const name of ['some', 'reader']) {
        for (const line of ['sort k', 'sort k by w', 'sort k by w_*', 'sort k get #', 'sort k get v_*', 'sort k limit 0 1 by w_*', 'sort_ro k get x']) {
          const argv = line.split(' ') as [string, ...string[]]
          const [, reply] = await pipeline(join(outcome.folder, '.oracle.sock'), [['AUTH', name, 'x'], argv])
          expect(`${name} ${line}: ${!(reply instanceof ErrorReply)}`).toBe(`${name} ${line}: ${model.users.get(name)?.can(argv).allowed}`)
        }
      }
    })
  })
})
