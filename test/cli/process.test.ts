import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bundle } from '../../scripts/bundle.ts'

const path = mkdtempSync(join(tmpdir(), 'redis-conf-lint-process-'))
for (const [name, text] of await bundle()) {
  mkdirSync(dirname(join(path, 'dist', name)), { recursive: true })
  writeFileSync(join(path, 'dist', name), text)
}
writeFileSync(join(path, 'redis.conf'), 'bind 0.0.0.0\nprotected-mode no\n')
afterAll(() => { rmSync(path, { recursive: true }) })

const CLI = join(path, 'dist', 'cli.js')

function shell(command: string, env: Readonly<Record<string, string>> = {}): { status: number | null, stdout: string, stderr: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: path, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } })
  return { status, stdout, stderr }
}
const run = `"${process.execPath}" "${CLI}"`
/** In a terminal of its own, 60 columns wide. */
const inTerminal = (words: string): string => `script -qec 'stty cols 60; ${run.replaceAll('"', '')} ${words}' /dev/null`

test('a pipe has no colour, and the exit code of what was found', () => {
  const { status, stdout, stderr } = shell(`${run} redis.conf`)
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toMatch(/^redis\.conf:\d+:\d+ error \S+$/m)
  expect(stdout).not.toContain('\x1b')
})

test.each<readonly [string, Readonly<Record<string, string>>, string, boolean]>([
  ['FORCE_COLOR', { FORCE_COLOR: '1' }, '', true],
  ['NO_COLOR over the log of a workflow', { NO_COLOR: '1', GITHUB_ACTIONS: 'true' }, '', false],
  ['the log of a workflow', { GITHUB_ACTIONS: 'true' }, '', true],
  ['--color over NO_COLOR', { NO_COLOR: '1' }, '--color=always', true],
  ['--color over FORCE_COLOR', { FORCE_COLOR: '1' }, '--color never', false],
])('colour by %s', (_, env, words, coloured) => {
  expect(shell(`${run} redis.conf ${words}`, env).stdout.includes('\x1b[31merror\x1b[39m')).toBe(coloured)
})

test('a terminal has colour and lines as wide as it is', () => {
  const { status, stdout } = shell(inTerminal('redis.conf'), { TERM: 'xterm' })
  expect(status).toBe(1)
  expect(stdout).toContain('\x1b[31merror\x1b[39m')
  const lines = stdout.replaceAll(/\x1b\[[\d;]*m/g, '').split(/\r?\n/)
  expect(lines.filter((line) => line.length > 60)).toEqual([])
  expect(shell(inTerminal('redis.conf'), { TERM: 'dumb' }).stdout).not.toContain('\x1b')
})

test('a reader that goes away is no error', () => {
  const { stdout, stderr } = shell(`${run} redis.conf | head -1`)
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toHaveLength(2)
})

test('a full disk is said in a sentence, not as findings', () => {
  const { status, stderr } = shell(`${run} redis.conf > /dev/full`)
  expect(status).toBe(2)
  expect(stderr).toMatch(/^redis-conf-lint: ENOSPC/)
})

test('every command of the help can be started', () => {
  const { stdout } = shell(`${run} --help`)
  const commands = Array.from(stdout.matchAll(/^ {2}redis-conf-lint (\w+)/gm), ([, name]) => name)
  expect(commands.length).toBeGreaterThan(3)
  for (const command of commands) expect(shell(`${run} ${command ?? ''} --help`)).toMatchObject({ status: 0, stderr: '' })
})

test('what comes through a pipe is read whole, and is no file to write', () => {
  const linted = shell(`cat redis.conf | ${run} --format concise /dev/stdin`)
  expect(linted).toMatchObject({ status: 1, stderr: '' })
  expect(linted.stdout).toContain('/dev/stdin:1:6: error: `0.0.0.0` makes the server listen')
  const { status, stderr } = shell(`cat redis.conf | ${run} --fix /dev/stdin`)
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'redis-conf-lint: nothing was written: /dev/stdin is no file that could be replaced; with `-`, what is read from stdin goes fixed to stdout\n' })
})

test('stdin to stdout, in bytes', () => {
  const { status, stdout, stderr } = shell(`printf 'bind 0.0.0.0\\nprotected-mode yes\\n# \\377' | ${run} - --fix --fix-level safe | od -An -c | tail -2`)
  expect({ status, stderr: stderr.replace(/^.*written.*\n/gm, '') }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('377')
})
