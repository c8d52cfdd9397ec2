import { spawn, spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { folder } from './command-line.ts'

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n'

const pipeAt = (path: string): void => { spawnSync('mkfifo', [path]) }

test.each([
  ['a pipe', 'include pipe.conf\n', 1],
  ['an endless device', 'include /dev/zero\n', 1],
  // Whoever fills it, the server reads it; here nobody knows with what.
  ['a pipe of users', 'aclfile pipe.conf\n', 0],
])('%s that a configuration names is not waited for', async (_, text, code) => {
  const { path, run } = folder({ 'redis.conf': text })
  pipeAt(join(path, 'pipe.conf'))
  expect(await run('redis.conf', '--quiet')).toMatchObject({ code, err: '' })
})

test('/dev/null is an empty file', async () => {
  const { run } = folder({ 'redis.conf': 'include /dev/null\naclfile /dev/null\n' })
  expect(await run('test', 'redis.conf')).toMatchObject({ code: 0 })
  expect(await run('test', '/dev/null')).toMatchObject({ code: 0 })
})

test.each(['lint', 'test', 'acl'])('%s reads no device that never ends', async (command) => {
  const { run } = folder()
  expect(await run(command, '/dev/zero')).toEqual({ code: 2, out: '', err: 'redis-conf-lint: can\'t read /dev/zero: it is a device, and no file\n' })
})

test('a pipe is read once, for however many releases', async () => {
  const { path, run } = folder()
  pipeAt(join(path, 'pipe.conf'))
  for (const words of [['test', '--target', 'all', '--format', 'json', 'pipe.conf'], ['migrate', '--to', 'valkey@8.1', '--format', 'json', 'pipe.conf']]) {
    const filling = spawn('sh', ['-c', 'printf "nonsense 1\\n" > pipe.conf'], { cwd: path })
    onTestFinished(() => { filling.kill() })
    await new Promise((done) => filling.once('spawn', done))
    const { code, out } = await run(...words)
    expect(code).toBe(1)
    expect(out).not.toMatch(/"starts": true/)
  }
})

test('a socket is no file', async () => {
  const { path, run } = folder()
  const server = createServer()
  onTestFinished(() => { server.close() })
  await new Promise<void>((done) => server.listen(join(path, 'sock.conf'), () => { done() }))
  expect(await run('sock.conf')).toEqual({ code: 2, out: '', err: 'redis-conf-lint: can\'t read sock.conf: it is a socket, and no file\n' })
})

/** A name in Latin-1, as old disks have them. */
const ODD = 'r\xe9dis.conf'

test('a name that is no UTF-8 is found in a folder, by a pattern, and as the shell hands it over', async () => {
  const { path, run } = folder({ 'conf/redis.conf': 'port 0\n' })
  writeFileSync(Buffer.from(join(path, 'conf', ODD), 'latin1'), OPEN)
  writeFileSync(Buffer.from(join(path, 'conf', 'plain\xff.conf'), 'latin1'), OPEN)
  for (const operand of ['conf', 'conf/*.conf', 'conf/r\ufffddis.conf']) {
    const { code, out, err } = await run(operand, '--format', 'concise')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^conf\/r\\xe9dis\.conf:1:6: error/m)
  }
  expect((await run('conf/x\ufffd.conf')).err).toMatch(/no file matches/)
})

test('a name that is no UTF-8 can be fixed', async () => {
  const { path, run } = folder({ 'conf/notes': '' })
  writeFileSync(Buffer.from(join(path, 'conf', ODD), 'latin1'), OPEN)
  expect((await run('--fix', 'conf')).err).toMatch(/1 file written/)
})

test('one file under two names is checked once', async () => {
  const { path, run } = folder({ 'redis.conf': OPEN })
  symlinkSync('redis.conf', join(path, 'link.conf'))
  const { out } = await run('redis.conf', 'link.conf', '--format', 'concise')
  expect(out).toContain('redis.conf:1')
  expect(out).not.toContain('link.conf')
})
