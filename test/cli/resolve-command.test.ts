import { expect, test } from 'vitest'
import { folder } from './command-line.ts'

const FILES = {
  'redis.conf': 'maxmemory 100mb\ninclude a.conf\nsave 900 1 300 10\nrequirepass hunter2hunter2\ntimeout 0\nslave-priority 10\n',
  'a.conf': '\nmaxmemory 200mb\n',
}

test('settings that differ, where they come from, what they replaced', async () => {
  const { run } = folder(FILES)
  expect(await run('resolve', 'redis.conf', '--target', 'redis@7.2')).toEqual({
    code: 0,
    err: '',
    out: `maxmemory         209715200     a.conf:2, instead of redis.conf:1
replica-priority  10            redis.conf:6
requirepass       •••           redis.conf:4
save              900 1 300 10  redis.conf:3
`,
  })
})

test('one by name, on its default or under an old name', async () => {
  const { run } = folder(FILES)
  const { out } = await run('resolve', 'redis.conf', 'port', 'SLAVE-PRIORITY', 'timeout', '--target', 'redis@7.2')
  expect(out).toBe('port              6379  default\nreplica-priority  10    redis.conf:6\ntimeout           0     redis.conf:5\n')
})

test('all of them', async () => {
  const { run } = folder(FILES)
  const { out } = await run('resolve', 'redis.conf', '--all', '--target', 'redis@7.2')
  expect(out.split('\n').length).toBeGreaterThan(150)
  expect(out).toMatch(/^port +6379 +default$/m)
})

test('json, and a secret only when it is asked for', async () => {
  const { run } = folder(FILES)
  const { out } = await run('resolve', 'redis.conf', 'requirepass', 'maxmemory', '--format', 'json', '--target', 'redis@5.0')
  expect(JSON.parse(out)).toMatchObject({
    file: 'redis.conf', target: 'redis@5.0.14', starts: true,
    settings: [
      { name: 'requirepass', value: null, secret: true, origin: [{ path: 'redis.conf', line: 4 }] },
      { name: 'maxmemory', value: '209715200', default: '0', origin: [{ path: 'a.conf', line: 2 }], shadowed: [{ path: 'redis.conf', line: 1 }] },
    ],
  })
  expect(out).not.toContain('hunter2')
  expect((await run('resolve', 'redis.conf', 'requirepass', '--show-secrets')).out).toContain('hunter2hunter2')
})

test('a file that does not start gives the settings of the lines that are fine, and says so', async () => {
  const { run } = folder({ 'redis.conf': 'timeout x\nmaxclients 50\n' })
  expect(await run('resolve', 'redis.conf', '--target', 'redis@7.2')).toEqual({
    code: 1,
    out: 'maxclients  50  redis.conf:2\n',
    err: "redis@7.2.6 does not start with this file: it stops at line 1: argument couldn't be parsed into an integer; these are the settings of the lines that it takes\n",
  })
})

test('a name that the release has not', async () => {
  const { run } = folder(FILES)
  expect(await run('resolve', 'redis.conf', 'maxmemmory')).toEqual({ code: 2, out: '', err: 'redis-conf-lint: redis@8.0.6 has no setting `maxmemmory`; did you mean `maxmemory`?\n' })
})
