import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFiles } from '../../src/cli/write-files.ts'
import { rules } from '../../src/rules/list.ts'
import { folder } from './command-line.ts'

const asksForPasswords = rules.some(({ meta }) => meta.id === 'missing-password')

const CARELESS = '# careless\nbind 0.0.0.0\nprotected-mode no\nport 6379\r\n\nsave 60 100\nrequirepass hunter2\nappendonly no'
const NO_TLS = ['--rule', 'missing-tls=off']

test('--fix writes, says what it did, and leaves nothing for a second run', async () => {
  const { run, read, path } = folder({ 'redis.conf': CARELESS })
  chmodSync(join(path, 'redis.conf'), 0o640)
  symlinkSync('redis.conf', join(path, 'link.conf'))
  const first = await run('link.conf', '--fix', ...NO_TLS)
  const fixed = read('redis.conf')
  expect(first.out).toMatch(/^fixed link.conf:2 wildcard-bind\n {2}fix {5}Listen on loopback only\n {2}breaks {2}Clients/m)
  expect(fixed).toContain('bind 127.0.0.1 -::1\n')
  expect(fixed).toContain('port 6379\r\n')
  expect(statSync(join(path, 'redis.conf')).mode & 0o777).toBe(0o640)
  expect(lstatSync(join(path, 'link.conf')).isSymbolicLink()).toBe(true)
  expect(readdirSync(path).sort()).toEqual(['link.conf', 'redis.conf'])
  const second = await run('link.conf', '--fix', ...NO_TLS)
  expect(second.out).not.toMatch(/^fixed/m)
  expect(read('redis.conf')).toBe(fixed)
})

test.runIf(asksForPasswords)('a password that was made up is named by its place and never printed', async () => {
  const { run, read } = folder({ 'redis.conf': 'bind 0.0.0.0\nprotected-mode no\n' })
  const { out, err } = await run('redis.conf', '--fix')
  const [, line = ''] = /a new password stands in redis.conf:(\d+), and nowhere else/.exec(err) ?? []
  const [, password = ''] = /([0-9a-f]{64})/.exec(read('redis.conf').split('\n')[Number(line) - 1] ?? '') ?? []
  expect(password).toHaveLength(64)
  expect(out + err).not.toContain(password)
})

test.runIf(asksForPasswords).each([['env:REDIS_PASSWORD'], ['file:secret.txt']])('a password from %s', async (source) => {
  const { run, read } = folder({ 'redis.conf': 'bind 0.0.0.0\nprotected-mode no\n', 'secret.txt': 'a long enough secret of ours 42\n' }, { REDIS_PASSWORD: 'a long enough secret of ours 42' })
  const { out, err } = await run('redis.conf', '--fix', '--password', source)
  expect(read('redis.conf')).toContain('"a long enough secret of ours 42"')
  expect(out + err).not.toContain('secret of ours')
})

test('--backup keeps what was there', async () => {
  const { run, read } = folder({ 'redis.conf': CARELESS })
  await run('--backup', 'redis.conf', '--fix')
  expect(read('redis.conf.bak')).toBe(CARELESS)
})

test('stdin is fixed to stdout, byte for byte as a file would be', async () => {
  const { run, feed, read } = folder({ 'redis.conf': `${CARELESS}\n# caf\xe9 \xff` })
  const piped = await feed(read('redis.conf'), '-', '--fix', '--stdin-filename', 'redis.conf')
  await run('redis.conf', '--fix')
  const sameButForPasswords = (text: string): string => text.replace(/[0-9a-f]{64}/g, '…')
  expect(sameButForPasswords(piped.out)).toBe(sameButForPasswords(read('redis.conf')))
})

test('--diff is a patch that patch and git take, names its rules, and writes nothing', async () => {
  const before = `${CARELESS}\n# caf\xe9 "\xff"\n${'# more\n'.repeat(20)}user app on >hunter2 ~* &* +@all`
  const { run, read, path, write } = folder({ 'redis.conf': before, 'a b/ré.conf': before })
  for (const name of ['redis.conf', 'a b/ré.conf']) {
    const { code, out, err } = await run('--diff', '--show-secrets', name, '--password', 'file:redis.conf')
    expect(code).toBe(1)
    expect(err).not.toContain('•••')
    expect(out).toMatch(/^# wildcard-bind \(hardening\): Listen on loopback only\. Clients on other machines/m)
    expect(out).toMatch(/^@@ -\d+,\d+ \+\d+,\d+ @@ .*wildcard-bind/m)
    expect(read(name)).toBe(before)
    write('change.patch', out)
    expect(spawnSync('git', ['apply', '--check', 'change.patch'], { cwd: path, encoding: 'utf8' }).stderr).toBe('')
    expect(spawnSync('patch', ['-p1', '-i', 'change.patch'], { cwd: path, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    const patched = read(name)
    write(name, before)
    await run('--fix', name, '--password', 'file:redis.conf')
    expect(patched).toBe(read(name))
    write('redis.conf', before)
  }
})

test('--diff masks secrets and says so', async () => {
  const { run } = folder({ 'redis.conf': CARELESS })
  const { out, err } = await run('--diff', 'redis.conf')
  expect(out).not.toContain('hunter2')
  expect(out).toContain(`requirepass ${Buffer.from('•••').toString('latin1')}`)
  expect(err).toMatch(/lines? of this patch holds? a secret, shown as •••; with --show-secrets it can be applied/)
})

test('a file that another program changes meanwhile is left alone and named, and so are the others', () => {
  const { path, read } = folder({ 'a.conf': 'one\n', 'b.conf': 'changed\n' })
  const rewrite = (name: string, before: string) => ({ path: join(path, name), before, after: 'new\n' })
  const problem = writeFiles([rewrite('a.conf', 'one\n'), rewrite('b.conf', 'two\n')], null)
  expect(problem?.problem).toMatch(/^nothing was written: another program changed .*b\.conf meanwhile; run again$/)
  expect([read('a.conf'), read('b.conf')]).toEqual(['one\n', 'changed\n'])
  expect(readdirSync(path).sort()).toEqual(['a.conf', 'b.conf'])
})

test('a full disk loses nothing', () => {
  // /dev/full takes no byte; a link to it stands for a file on a disk that is full.
  const { path, read } = folder({ 'a.conf': 'one\n' })
  symlinkSync('/proc/self/mem', join(path, 'b.conf'))
  const problem = writeFiles([{ path: join(path, 'a.conf'), before: 'one\n', after: 'new\n' }, { path: join(path, 'b.conf'), before: '', after: 'x' }], null)
  expect(problem?.problem).toMatch(/^nothing was written: /)
  expect(read('a.conf')).toBe('one\n')
  expect(readdirSync(path).sort()).toEqual(['a.conf', 'b.conf'])
})
