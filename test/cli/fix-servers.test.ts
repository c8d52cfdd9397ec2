import { expect, test } from 'vitest'
import { folder } from './command-line.ts'

test('a file that two servers read stays as it is where one of them would not start with it any more', async () => {
  const { run, read } = folder({
    'old.conf': '# redis-conf-lint: target redis@4.0\ninclude common.conf\n',
    'new.conf': '# redis-conf-lint: target redis@7.2\ninclude common.conf\n',
    'common.conf': 'slave-read-only yes\n',
  })
  await run('--fix', 'old.conf', 'new.conf')
  expect(read('common.conf')).toBe('slave-read-only yes\n')
  expect((await run('test', 'old.conf')).code).toBe(0)
})

test('what one server got, the next one keeps', async () => {
  const { run, read } = folder({ 'a.conf': 'include common.conf\nport 1\n', 'b.conf': 'include common.conf\nport 2\n', 'common.conf': 'bind 0.0.0.0\nport 3\nport 4\n' })
  await run('--fix', 'a.conf', 'b.conf', '--rule', 'missing-tls=off')
  const fixed = read('common.conf')
  expect(fixed).toContain('bind 127.0.0.1 -::1\n')
  expect((await run('--fix', 'a.conf', 'b.conf', '--rule', 'missing-tls=off')).out).not.toMatch(/^fixed/m)
  expect(read('common.conf')).toBe(fixed)
})

test.each(['inlcude inc.conf', 'include inc.conf # local'])('a file that a mended line names is read, fixed and not repeated: %s', async (line) => {
  const { run, read } = folder({ 'redis.conf': `port 6379\n${line}\n`, 'inc.conf': 'rename-command FLUSHALL ""\nbind 0.0.0.0\nrequirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n' })
  const { out } = await run('--fix', '--format', 'concise', 'redis.conf')
  expect(out).not.toContain('missing-include')
  expect(read('redis.conf')).not.toMatch(/FLUSHALL|requirepass/)
  expect(read('inc.conf')).toContain('bind 127.0.0.1 -::1\n')
  const once = [read('redis.conf'), read('inc.conf')]
  await run('--fix', 'redis.conf')
  expect([read('redis.conf'), read('inc.conf')]).toEqual(once)
})
