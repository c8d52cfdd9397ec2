import { describe, expect, test } from 'vitest'
import { refusal, starts } from './starts.ts'

const FILES = { 'ok.sh': '', 'sub/ok.sh': '' }
const MASTER = 'sentinel monitor m 127.0.0.1 6379 2\n'
const sentinelRefusal = async (text: string, target: string): Promise<string | null> =>
  refusal(await starts({ ...FILES, 'redis.conf': text }, target, 'sentinel'))

/** Measured: 6.0.16, 7.0.15, valkey 9.1.2. */
describe('scripts', () => {
  const REFUSED = 'refused: Notification script seems non existing or non executable.'
  test.each(['redis@6.0', 'redis@7.0', 'valkey@9.1'])('%s', async (target) => {
    const of = (path: string): Promise<string | null> => sentinelRefusal(`${MASTER}sentinel notification-script m ${path}\n`, target)
    for (const path of ['ok.sh/', 'ok.sh/.', '/bin/true/', '/bin/true/.', 'ok.sh/../ok.sh', 'nodir/../ok.sh', '/usr/bin/env/../env', '/no', '""']) {
      expect(await of(path), path).toBe(REFUSED)
    }
    for (const path of ['ok.sh', 'sub/../ok.sh', 'sub', 'sub/', '/', '.', '/bin', '/usr/bin', '/usr', '/etc', '/tmp', '/bin/..', '/bin/true', '/bin/../bin/true']) {
      expect(await of(path), path).toBe(null)
    }
  })
})

test.each([
  ['a'.repeat(64), 'redis@6.0', 'refused: Wrong hostname or port for replica.'],
  [`x.${'a'.repeat(64)}.y`, 'redis@6.0', 'refused: Wrong hostname or port for replica.'],
  ['a'.repeat(63), 'redis@6.0', null],
  ['a'.repeat(64), 'redis@7.0', "refused: Can't resolve instance hostname."],
])('a replica of the name %s on %s', async (host, target, expected) => {
  expect(await sentinelRefusal(`${MASTER}sentinel known-replica m ${host} 1\n`, target)).toBe(expected)
})

test('::1.2.3.4 is another replica than ::ffff:1.2.3.4', async () => {
  expect(await sentinelRefusal(`${MASTER}sentinel known-replica m ::1.2.3.4 1\nsentinel known-replica m ::ffff:1.2.3.4 1\n`, 'redis@7.0')).toBe(null)
})

/** What 6.0.16 answered to a client of its socket, with and without a password. */
describe('what a sentinel of 6.0 answers', () => {
  const asked = ['PING', 'SENTINEL masters', 'SUBSCRIBE c', 'PSUBSCRIBE c', 'PUBLISH c m', 'INFO', 'ROLE', 'CLIENT list', 'AUTH x', 'HELLO 3', 'COMMAND', 'ACL whoami', 'CONFIG get x', 'GET k', 'EVAL x 0'] as const
  const answered = async (text: string, target: string): Promise<string[]> => {
    const exposure = (await starts(`port 0\nunixsocket s\n${text}`, target, 'sentinel')).exposure()
    return asked.filter((line) => exposure.may(line.split(' ') as [string, ...string[]], 'unix').allowed)
  }
  test.each([
    ['', 'redis@6.0', ['PING', 'SENTINEL masters', 'SUBSCRIBE c', 'PSUBSCRIBE c', 'PUBLISH c m', 'INFO', 'ROLE', 'CLIENT list', 'AUTH x', 'HELLO 3']],
    ['requirepass secret\n', 'redis@6.0', ['AUTH x', 'HELLO 3']],
    ['', 'redis@4.0', ['PING', 'SENTINEL masters', 'SUBSCRIBE c', 'PSUBSCRIBE c', 'PUBLISH c m', 'INFO', 'ROLE', 'CLIENT list']],
  ])('with %j on %s', async (text, target, expected) => {
    expect(await answered(text, target)).toEqual(expected)
  })
})
