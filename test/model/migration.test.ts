import { expect, test } from 'vitest'
import { dryRun } from '../../src/model/dry-run.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import { migration, type Migration, type Side } from '../../src/model/migration.ts'

async function migrated(text: string, from: string, to: string): Promise<Migration> {
  const side = async (target: string): Promise<Side> => {
    const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': text }), target })
    return { project, server: dryRun(project) }
  }
  return migration(await side(from), await side(to))
}

test('nothing changes from a release to itself', async () => {
  const text = 'maxmemory 1tb\nslave-priority 10\nnosuch\nuser a on nopass\nlist-max-ziplist-entries 1\n'
  for (const target of ['redis@5.0', 'redis@7.2', 'valkey@9.1']) {
    expect(await migrated(text, target, target)).toEqual({ refused: [], renamed: [], ignored: [], meanings: [], defaults: [], reach: [], users: [] })
  }
})

test.each([
  ['an unknown name', 'vm-enabled no\n', 'redis@6.2', 'redis@7.2', []],
  ['a name that is gone', 'locale-collate ""\n', 'redis@7.2', 'redis@7.0', ['unknown-directive']],
  ['a value that was misread', 'timeout abc\n', 'redis@5.0', 'redis@6.0', ['invalid-value']],
  ['a user twice', 'user a on nopass\nuser a off\n', 'redis@6.2', 'redis@7.0', ['duplicate-user']],
])('refused: %s', async (_, text, from, to, codes) => {
  expect((await migrated(text, from, to)).refused.map(({ code }) => code)).toEqual(codes)
})

test('renamed and ignored lines, each once, and only those that the old release knew otherwise', async () => {
  const text = 'slave-priority 10\nlua-time-limit 100\nio-threads-do-reads yes\ntimeout 1\n'
  const { renamed, ignored } = await migrated(text, 'redis@6.2', 'redis@8.0')
  expect(renamed.map(({ use, to }) => [use.node.number, to])).toEqual([[2, 'busy-reply-threshold']])
  expect(ignored.map(({ node }) => node.number)).toEqual([3])
})

test('settings that come out otherwise, and defaults that are others', async () => {
  const { meanings, defaults } = await migrated('replicaof no one\nmaxmemory 1gb\n', 'redis@5.0', 'redis@6.2')
  expect(meanings.map(({ name, before, after }) => [name, before, after])).toEqual([['replicaof', 'no 0', '']])
  expect(defaults.map(({ name }) => name)).toContain('save')
  expect(defaults.map(({ name }) => name)).not.toContain('maxmemory')
})

test('a setting is found under the name that each release has for it', async () => {
  const { meanings, defaults } = await migrated('masterauth x\n', 'redis@7.2', 'valkey@8.0')
  expect([...meanings, ...defaults].map(({ name }) => name)).not.toContain('primaryauth')
})

test('who gets in, and what users may do', async () => {
  const { reach } = await migrated('bind 0.0.0.0\n', 'redis@6.2', 'redis@7.0')
  expect(reach).toContainEqual({ origin: 'network4', before: 'open', after: 'denied' })
  const { users } = await migrated('user app on nopass ~app:* +@all\n', 'redis@6.2', 'redis@7.0')
  expect(users).toEqual([{ name: 'app', before: expect.stringContaining('*') as string, after: expect.not.stringContaining('&*') as string }])
})
