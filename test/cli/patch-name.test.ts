import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { bytePath, nodeHost } from '../../src/cli/node-host.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { folder, type Folder } from './command-line.ts'

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n'
const FILES = { 'repo/redis.conf': OPEN, 'repo/sub/redis.conf': OPEN, 'repo/sub/deep/notes': '', 'repo/a b/c d.conf': OPEN, 'out/redis.conf': OPEN, 'out/x/notes': '' }

/** The patch that a run in a folder below gives; `@` in the operand is the path of it all. */
async function patchFrom({ path }: Folder, below: string, operand: string): Promise<string> {
  let out = ''
  const cwd = join(path, below)
  await main(['--diff', operand.replace('@', path)], {
    out: (content) => { out += typeof content === 'string' ? content : Buffer.from(content).toString('latin1') },
    err: () => undefined,
    stdin: () => Promise.resolve(new Uint8Array()),
    palette: PLAIN, width: 80, env: {}, cwd, isTerminal: false, host: nodeHost(bytePath(cwd)),
  })
  return out
}

interface Case {
  readonly from: string
  readonly operand: string
  readonly name: string
  /** Where git and patch are run: `git` only where a folder is not the root of the repository. */
  readonly git: readonly string[]
  readonly patch: string
}

const CASES: readonly Case[] = [
  { from: 'repo', operand: 'redis.conf', name: 'redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'repo', operand: './redis.conf', name: 'redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'repo', operand: 'sub/../redis.conf', name: 'redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'repo', operand: 'sub/redis.conf', name: 'sub/redis.conf', git: ['repo', 'repo/sub'], patch: 'repo' },
  { from: 'repo/sub', operand: 'redis.conf', name: 'sub/redis.conf', git: ['repo', 'repo/sub'], patch: 'repo' },
  { from: 'repo/sub/deep', operand: '../../redis.conf', name: 'redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'repo', operand: 'a b/c d.conf', name: 'a b/c d.conf', git: ['repo'], patch: 'repo' },
  { from: 'repo', operand: 'link.conf', name: 'sub/redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'out', operand: '@/repo/redis.conf', name: 'redis.conf', git: ['repo'], patch: 'repo' },
  { from: 'out', operand: 'redis.conf', name: 'redis.conf', git: ['out'], patch: 'out' },
  { from: '', operand: 'out/redis.conf', name: 'out/redis.conf', git: [''], patch: '' },
  { from: 'out/x', operand: '../redis.conf', name: '@/out/redis.conf', git: ['/'], patch: '/' },
  { from: 'repo', operand: '@/out/redis.conf', name: '@/out/redis.conf', git: ['/'], patch: '/' },
]

test.each(CASES)('git and patch find what is called $operand from $from/', async ({ from, operand, name, git, patch }) => {
  const at = folder(FILES)
  spawnSync('git', ['init', '-q'], { cwd: join(at.path, 'repo') })
  symlinkSync('sub/redis.conf', join(at.path, 'repo/link.conf'))
  const text = await patchFrom(at, from, operand)
  expect(/^--- a\/(.*?)\t?$/m.exec(text)?.[1]).toBe(name.replace('@/', `${at.path.slice(1)}/`))
  const run = (command: string, words: readonly string[], below: string) =>
    spawnSync(command, words, { cwd: below === '/' ? '/' : join(at.path, below), input: text, encoding: 'latin1' })
  for (const below of git) expect(run('git', ['apply', '--check', '-v'], below)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Skipped') as string })
  expect(run('patch', ['-p1', '--dry-run'], patch)).toMatchObject({ status: 0, stderr: '' })
})

test('git run in a folder leaves the namesake of the patched file alone', async () => {
  const at = folder(FILES)
  spawnSync('git', ['init', '-q'], { cwd: join(at.path, 'repo') })
  const input = await patchFrom(at, 'repo', 'redis.conf')
  expect(spawnSync('git', ['apply'], { cwd: join(at.path, 'repo/sub'), input, encoding: 'utf8' }).status).toBe(0)
  expect(at.read('repo/sub/redis.conf')).toBe(OPEN)
})
