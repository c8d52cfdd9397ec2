import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { writeFiles } from '../../src/cli/write-files.ts'
import { folder, type Folder } from './command-line.ts'

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n'

/** What a fix must leave as it is, whatever it could not do. */
function filesOf({ path, read }: Folder): Readonly<Record<string, string>> {
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort()
  return Object.fromEntries(names.map((name) => [name, read(name)]))
}

/** Undone when the test is over. Only root may, and not in every container. */
function asRoot({ skip }: TestContext, does: readonly string[], undoes: readonly string[]): void {
  const [command = '', ...words] = does
  const [undo = '', ...others] = undoes
  skip(spawnSync(command, words).status !== 0)
  onTestFinished(() => { spawnSync(undo, others) })
}

test('a file that is mounted by itself can only be written to: nothing is changed, nothing is left beside it, and the reason is told', async (context) => {
  const at = folder({ 'a.conf': OPEN, 'redis.conf': OPEN, 'original/redis.conf': OPEN })
  const mounted = join(at.path, 'redis.conf')
  asRoot(context, ['mount', '--bind', join(at.path, 'original/redis.conf'), mounted], ['umount', mounted])
  const before = filesOf(at)
  const { code, out, err } = await at.run('--fix', '--backup', 'a.conf', 'redis.conf')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^redis-conf-lint: nothing was written: \S*\/redis\.conf can't be replaced: it is a mount point of its own, .*fix the original file/)
  expect(filesOf(at)).toEqual(before)
  expect(at.read('original/redis.conf')).toBe(OPEN)
})

test('an immutable file is named, with what may be the reason', async (context) => {
  const at = folder({ 'a.conf': OPEN, 'redis.conf': OPEN })
  const file = join(at.path, 'redis.conf')
  asRoot(context, ['chattr', '+i', file], ['chattr', '-i', file])
  const { code, err } = await at.run('--fix', 'a.conf', 'redis.conf')
  expect(code).toBe(2)
  expect(err).toMatch(/nothing was written: \S*\/redis\.conf can't be replaced: the system does not permit it, as where a file is immutable/)
  expect(filesOf(at)).toEqual({ 'a.conf': OPEN, 'redis.conf': OPEN })
  spawnSync('chattr', ['-i', file])
})

test('a backup is never written over an earlier one', async () => {
  const at = folder({ 'a.conf': OPEN, 'redis.conf': OPEN, 'redis.conf.bak': 'mine\n' })
  const { code, err } = await at.run('--fix', '--backup', 'a.conf', 'redis.conf')
  expect(code).toBe(2)
  expect(err).toMatch(/nothing was written: the backup of \S*redis\.conf would overwrite \S*redis\.conf\.bak; move that away, or name another suffix with --backup=SUFFIX\n$/)
  expect(filesOf(at)).toEqual({ 'a.conf': OPEN, 'redis.conf': OPEN, 'redis.conf.bak': 'mine\n' })
  await at.run('--fix', '--backup=.orig', 'redis.conf')
  expect(at.read('redis.conf.orig')).toBe(OPEN)
})

test.each(['victim', 'nowhere'])('a backup is never written through a link (to %s)', async (leadsTo) => {
  const at = folder({ 'redis.conf': OPEN, 'victim': 'mine\n' })
  symlinkSync(leadsTo, join(at.path, 'redis.conf.orig'))
  const { code, err } = await at.run('--fix', '--backup=.orig', 'redis.conf')
  expect(code).toBe(2)
  expect(err).toMatch(/would overwrite \S*redis\.conf\.orig/)
  expect(filesOf(at)).toEqual({ 'redis.conf': OPEN, 'victim': 'mine\n' })
  expect(readlinkSync(join(at.path, 'redis.conf.orig'))).toBe(leadsTo)
})

test('one file under two names is fixed once', async () => {
  const at = folder({ 'redis.conf': OPEN })
  symlinkSync('redis.conf', join(at.path, 'link.conf'))
  const { err } = await at.run('--fix', 'redis.conf', 'link.conf')
  expect(err).toMatch(/^1 file written/m)
  expect(at.read('redis.conf')).toContain('bind 127.0.0.1 -::1\n')
})

test('one file that is to be changed in two ways is not written', () => {
  const at = folder({ 'redis.conf': OPEN })
  symlinkSync('redis.conf', join(at.path, 'link.conf'))
  const rewrite = (name: string, after: string) => ({ path: join(at.path, name), before: OPEN, after })
  expect(writeFiles([rewrite('redis.conf', 'one\n'), rewrite('link.conf', 'two\n')], null)?.problem).toMatch(/are one file, to be changed in two ways/)
  expect(filesOf(at)).toEqual({ 'redis.conf': OPEN })
  expect(writeFiles([rewrite('redis.conf', 'one\n'), rewrite('link.conf', 'one\n')], null)).toBeNull()
  expect(filesOf(at)).toEqual({ 'redis.conf': 'one\n' })
})

test('a file that is gone meanwhile is not made again', () => {
  const at = folder()
  expect(writeFiles([{ path: join(at.path, 'redis.conf'), before: OPEN, after: 'x' }], null)?.problem).toMatch(/another program removed \S*redis\.conf meanwhile/)
  expect(filesOf(at)).toEqual({})
})

test('reports go where they can, also through a link that leads nowhere yet', async () => {
  const at = folder({ 'redis.conf': OPEN })
  mkdirSync(join(at.path, 'reports'))
  symlinkSync('reports/new.json', join(at.path, 'report.json'))
  writeFileSync(join(at.path, 'old.json'), 'old')
  expect((await at.run('--fix', '-o', 'json:report.json', '-o', 'json:old.json', '-o', 'json:/dev/null', 'redis.conf')).err).toMatch(/1 file written/)
  for (const name of ['reports/new.json', 'old.json']) expect(JSON.parse(at.read(name))).toMatchObject({ schemaVersion: 1 })
})
