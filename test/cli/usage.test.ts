import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../src/rules/list.ts'
import { folder } from './command-line.ts'

const REFUSED: readonly (readonly [words: string, sentence: RegExp])[] = [
  ['', /^redis-conf-lint: which file\? /],
  ['--no-such redis.conf', /^redis-conf-lint: there is no option --no-such\nTry: redis-conf-lint --help\n$/],
  ['--formt json redis.conf', /there is no option --formt; did you mean --format\?/],
  ['-z redis.conf', /there is no option -z\n/],
  ['--target redis.conf', /which file\?/],
  ['redis.conf --target', /--target needs a value: SERVER@VERSION/],
  ['--fix=maybe redis.conf', /--fix takes no value/],
  ['--format yaml redis.conf', /--format does not know `yaml`: it takes pretty, concise, json/],
  ['--target redis@7.2 --target redis@6.2 redis.conf', /--target is given 2 times/],
  ['--target mysql@8 redis.conf', /`mysql@8`, the target named by --target, is no release that is known; try redis@/],
  ['--target redis@1.0 redis.conf', /`redis@1.0`, the target named by --target, is older than every release that is known/],
  ['--rule nosuch-rule=off redis.conf', /there is no rule `nosuch-rule`; `redis-conf-lint rules` lists them/],
  ['--rule wildcard-bnd=off redis.conf', /there is no rule `wildcard-bnd`; did you mean `wildcard-bind`\?/],
  ['--rule wildcard-bind redis.conf', /--rule wildcard-bind is not ID=LEVEL, with off, info, warning, error for the level/],
  ['--rule wildcard-bind=fatal redis.conf', /is not ID=LEVEL/],
  ['--max-warnings many redis.conf', /--max-warnings takes a number, 0 or more/],
  ['--output redis.sarif redis.conf', /--output redis.sarif is not FORMAT:FILE; the formats are pretty, concise/],
  ['--password hunter2 redis.conf', /--password takes env:NAME, file:PATH or generate, but no password/],
  ['--password env:NOT_SET redis.conf', /the environment has no NOT_SET/],
  ['--password file:none redis.conf', /can't read none/],
  ['--config none.json redis.conf', /can't read the configuration none.json: there is no such file/],
  ['nosuch.conf', /^redis-conf-lint: can't read nosuch.conf: there is no such file\n$/],
  ['redis.conf/x', /can't read redis.conf\/x: a part of the path is no folder/],
  ['empty', /empty holds no redis.conf, valkey.conf, sentinel.conf or ACL file/],
  ['dangling', /can't read dangling\/redis.conf: there is no such file/],
  ['redis.conf --output json:none/report.json --fail-on never -q', /can't write none\/report.json: there is no such folder/],
  ['redis.conf --output json:empty --fail-on never -q', /can't write empty: it is a folder/],
  ['*.cnf', /no file matches \*.cnf/],
  ['- redis.conf', /- stands alone: stdin is one file/],
  ['explain', /explain takes the id of one rule/],
  ['explain wildcard-bnd', /there is no rule `wildcard-bnd`; did you mean `wildcard-bind`\?/],
  ['completion tcsh', /completion takes one of bash, zsh, fish/],
]

test.each(REFUSED)('%s: one sentence on stderr, exit code 2, nothing written', async (words, sentence) => {
  const { run, read, path } = folder({ 'redis.conf': 'bind 0.0.0.0\n', 'empty/notes.txt': 'port 1\n', 'dangling/a.conf': 'port 1\n' })
  symlinkSync('nowhere', join(path, 'dangling/redis.conf'))
  const { code, out, err } = await run(...words.split(' ').filter((word) => word !== ''))
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
  expect(err).not.toContain('hunter2')
  expect(read('redis.conf')).toBe('bind 0.0.0.0\n')
})

test('--help lists what the table of options has, and the other commands', async () => {
  const { code, out } = await folder().run('--help')
  expect(code).toBe(0)
  expect(out).toMatch(/--target SERVER@VERSION/)
  expect(out).toMatch(/--backup\[=SUFFIX\]/)
  expect(out).toMatch(/explain RULE/)
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
})

test('every command has help of its own', async () => {
  expect((await folder().run('rules', '--help')).out).toMatch(/^redis-conf-lint rules\n/)
})

test('completion asks the same tables', async () => {
  const { run } = folder()
  expect((await run('--get-yargs-completions', 'redis-conf-lint', 'expl')).out.split('\n')).toContain('explain')
  expect((await run('completion', 'bash')).out).toContain('--get-yargs-completions')
})

test('rules and explain print what the rules say of themselves', async () => {
  const { run } = folder()
  expect((await run('rules')).out).toMatch(/^ {2}wildcard-bind +error +hardening +/m)
  const listed = JSON.parse((await run('rules', '--format', 'json')).out) as { id: string }[]
  expect(listed.map(({ id }) => id)).toContain('wildcard-bind')
  const page = (await run('explain', 'wildcard-bind')).out
  expect(page).toMatch(/^wildcard-bind: the server listens on every network interface\n/)
  expect(page).toContain('CWE-1327')
})

test('the head of every page stays within the width', async () => {
  const { run } = folder()
  for (const { meta: { id } } of rules) {
    const head = (await run('explain', id)).out.split('\n').slice(0, 3)
    expect(head[0]).toMatch(new RegExp(`^${id}: `))
    expect(head.filter((line) => line.length > 80)).toEqual([])
  }
})
