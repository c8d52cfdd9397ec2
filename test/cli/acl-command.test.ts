import { describe, expect, test } from 'vitest'
import { folder } from './command-line.ts'

const SECRET = '7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK'
const HASH = '8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae'
const FILES = {
  'users.acl': `user default off\nuser app on >${SECRET} ~app:* -@all +@read -keys\nuser ops on #${HASH} ~* &* +@all\nuser old nopass ~* +flushall\n`,
  'other.acl': `user default off\nuser app on >${SECRET} ~app:* -@all +@read\nuser new on nopass\n`,
  'monitor.txt': 'OK\n1700000000.123456 [0 127.0.0.1:5] "GET" "app:1"\n1700000000.2 [0 127.0.0.1:5] "hset" "app:2" "f" "v"\n1700000000.3 [0 127.0.0.1:5] "nosuch"\n',
  'redis.conf': `port 6379\nrename-command KEYS ""\nuser default on #${HASH} ~* &* +@all\n`,
}

describe('acl', () => {
  const run = (...args: readonly string[]): ReturnType<ReturnType<typeof folder>['run']> => folder(FILES).run(...args)

  test('tells of each user how it logs in and what it may do, and no secret', async () => {
    const { code, out } = await run('acl', 'users.acl')
    expect(code).toBe(0)
    expect(out).toMatch(/^app {2}users\.acl:2\n {2}logs in {3}with its password\n {2}keys {6}~app:\*\n {2}channels {2}none\n {2}commands {2}\d+ of \d+: -@all \+@read -keys\n/m)
    expect(out).toMatch(/old {2}users\.acl:4\n {2}logs in {3}never: it is off\n/)
    expect(out).not.toContain(SECRET)
    expect(out).not.toContain(HASH)
  })

  test('as JSON', async () => {
    const { out } = await run('acl', 'users.acl', '--format', 'json')
    const { users } = JSON.parse(out) as { users: readonly { name: string, dangerous: readonly string[] }[] }
    expect(users.map(({ name }) => name)).toEqual(['default', 'app', 'ops', 'old'])
    expect(users.find(({ name }) => name === 'old')?.dangerous).toEqual(['flushall'])
    expect(out).not.toContain(HASH)
  })

  test.each([
    [['app', 'get', 'app:1'], 0, 'yes  +@read  (users.acl:2)\n'],
    [['app', 'GET', 'other'], 1, 'no   no key pattern of app lets it read `other`  (users.acl:2)\n'],
    [['app', 'keys', '*'], 1, 'no   -keys  (users.acl:2)\n'],
    [['app', 'flushall'], 1, 'no   -@all  (users.acl:2)\n'],
    [['app', 'get'], 0, 'yes  +@read  (users.acl:2)\n'],
    [['ops', 'nosuch'], 1, 'no   this server has no NOSUCH\n'],
    [['old', 'flushall'], 0, 'yes  +flushall  (users.acl:4)\n     but nobody can log in as old\n'],
  ] as const)('can %s', async (words, code, out) => {
    expect(await run('acl', 'users.acl', 'can', ...words)).toMatchObject({ code, out })
  })

  test('who may, by which rule; users that are off are only counted', async () => {
    const { code, out, err } = await run('acl', 'users.acl', 'who', 'FLUSHALL')
    expect({ code, out }).toEqual({ code: 0, out: 'ops  +@all  (users.acl:3)\n' })
    expect(err).toContain('1 more may')
    expect(await run('acl', 'other.acl', 'who', 'FLUSHALL')).toMatchObject({ code: 1, out: 'nobody of 3 users\n' })
  })

  test('what each user gained or lost', async () => {
    const { code, out } = await run('acl', 'users.acl', 'diff', 'other.acl')
    expect(code).toBe(1)
    expect(out).toContain('app\n  + may run keys\n')
    expect(out).toContain('new is added\n')
    expect(out).toContain('old is removed\n  - may no longer run flushall\n')
    expect(await run('acl', 'users.acl', 'diff', 'users.acl')).toMatchObject({ code: 0, out: 'all users may do the same\n' })
  })

  test('the tightest rules for what a log holds, as a diff, masked', async () => {
    const { code, out } = await run('acl', 'users.acl', 'minimize', 'ops', '--log', 'monitor.txt')
    expect(code).toBe(0)
    expect(out).toContain('-user ops on #••• ~* &* +@all\n+user ops on #••• resetkeys ~app:* resetchannels -@all +get +hset\n')
    expect(out).toContain('1 of 3 lines of the log are no command lines')
    expect(out).toMatch(/takes away \d+ commands/)
  })

  test('users of a configuration', async () => {
    expect(await run('acl', 'redis.conf', 'can', 'default', 'shutdown')).toMatchObject({ code: 0, out: 'yes  +@all  (redis.conf:3)\n' })
  })

  test.each([[[]], [['nosuch.acl']], [['users.acl', 'may', 'x']], [['users.acl', 'can', 'nobody', 'get']], [['users.acl', 'can', 'app']], [['users.acl', 'who']],
    [['users.acl', 'minimize', 'app']], [['users.acl', '--target', 'redis@5.0']]])('%s: one sentence, exit code 2', async (args) => {
    const { code, out, err } = await run('acl', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^redis-conf-lint: /)
  })
})
