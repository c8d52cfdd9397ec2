import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixProject } from '../../src/fixer/fix-project.ts'
import { loadProject, memoryHost } from '../../src/model/index.ts'
import { loadedUsers } from '../../src/model/acl/index.ts'
import { dryRun } from '../../src/model/dry-run.ts'
import { pipeline } from './pipeline.ts'
import { installedServers, NO_SERVERS, withServer, type OracleServer } from './servers.ts'

const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.acl')) : []
const servers = installedServers()
const ASKER = 'user asker on nopass ~* +@all'
const OWN = 'user a on >7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK >another-Long-Password-123 ~a:* +@read\nuser b off >4fUj9-LqT2xVz8Rm ~b +get\n'

/** What ACL LIST prints, and who can log in with which of the passwords that stood in the file. */
async function seen(server: OracleServer, text: string, logins: readonly (readonly string[])[]): Promise<unknown> {
  return withServer(server, { files: { 'redis.conf': 'aclfile users.acl\n', 'users.acl': `${text}\n${ASKER}\n` } }, async (outcome) => {
    if (outcome.started !== true) return 'refused'
    const socket = join(outcome.folder, '.oracle.sock')
    const [, list] = await pipeline(socket, [['AUTH', 'asker', 'x'], ['ACL', 'LIST']])
    const replies = await Promise.all(logins.map(async (login) => (await pipeline(socket, [['AUTH', ...login]]))[0]))
    // Servers that do not remember the rules print commands in the order of a hash table that is seeded anew at each start.
    return { list: (list as readonly string[]).map((line) => line.split(' ').sort().join(' ')), replies }
  })
}

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : 'hashing the passwords of ACL files', () => {
  const texts = [['own', OWN] as const, ...files.map((name) => [name, readFileSync(join(CORPUS, name), 'latin1').trimEnd()] as const)]
  const newest = servers.filter(({ name }) => /redis-7\.0|valkey-9/.test(name))
  it.each(newest.flatMap((server) => texts.map(([name, text]) => ({ name: `${name} on ${server.name}`, server, text }))))('$name changes nothing', async ({ server, text }) => {
    const project = await loadProject({ entry: 'users.acl', host: memoryHost({ 'users.acl': text }), target: server.target })
    const result = fixProject(project, { only: ['plaintext-acl-password'], level: 'safe' })
    const fixed = result.files.get('users.acl')?.after ?? text
    const logins = [...loadedUsers(dryRun(project))].flatMap((user) =>
      user.rules.flatMap((rule) => (rule.kind === 'password' && rule.form === 'plain' ? [[user.name, rule.secret]] : [])))
    expect(await seen(server, fixed, logins)).toEqual(await seen(server, text, logins))
    if (text === OWN) expect(fixed).not.toMatch(/>/)
  })
})
