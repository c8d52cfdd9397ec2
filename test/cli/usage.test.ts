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
  ['--fix --diff redis.conf', /^redis-conf-lint: --fix and --diff exclude each other: choose --fix to write, or --diff to see what it would write\nTry: redis-conf-lint --help\n$/],
  ['migrate --to redis@7.2 --fix --diff redis.conf', /--fix and --diff exclude each other.*\nTry: redis-conf-lint migrate --help\n$/],
  ['migrate --to redis@7.2 --fix -', /--fix and `-` \(stdin\) exclude each other: there is no file to write; choose --diff\n/],
  ['--backup redis.conf', /--backup does nothing without --fix\n/],
  ['--fix --backup=/tmp/x redis.conf', /--backup takes what is to stand behind the name of the file, and no path\n/],
  ['--fix-level safe redis.conf', /--fix-level does nothing without --fix or --diff\n/],
  ['--stdin-filename x.conf redis.conf', /--stdin-filename does nothing without `-` \(stdin\)\n/],
  ['--no-config --config x.json redis.conf', /--no-config and --config exclude each other: one says to read none, the other which\n/],
  ['audit --no-config --config x.json redis.conf', /--no-config and --config exclude each other.*\nTry: redis-conf-lint audit --help\n/],
  ['--quiet --min-severity info redis.conf', /--quiet and --min-severity exclude each other: --quiet is --min-severity error\n/],
  ['--diff --output json:x.json redis.conf', /--output and --diff exclude each other: --diff prints a patch, and there is no report to write\n/],
  ['--fix --output json:redis.conf redis.conf', /--output json:redis.conf would overwrite redis.conf, which is one of the files to check\nTry: /],
  ['--fix --output json:link.conf redis.conf', /--output json:link.conf would overwrite redis.conf, /],
  ['--fix --output json:none/x.json redis.conf', /can't write none\/x.json: there is no such folder\n$/],
  ['--fix --output json:toNowhere redis.conf', /can't write toNowhere: there is no such folder\n$/],
  ['--fix --output json:redis.conf/x redis.conf', /can't write redis.conf\/x: a part of the path is no folder\n$/],
  ['--fix --bind=10.0.0.5;x redis.conf', /--bind takes addresses, as "10.0.0.5 127.0.0.1"; `10.0.0.5;x` is none\n/],
  ['--fix --bind=1 redis.conf', /--bind takes addresses, .*; `1` is none\n/],
  ['audit --address foo redis.conf', /--address takes an address, as 10.0.0.5 or fd00::5; `foo` is none\nTry: redis-conf-lint audit --help\n/],
  ['test redis.conf a.conf b.conf', /`redis-conf-lint test FILE` takes no more than that: a.conf b.conf is too much\nTry: redis-conf-lint test --help\n/],
  ['rules x', /`redis-conf-lint rules` takes no more than that: x is too much\n/],
  ['migrate --to redis@7.2 redis.conf b.conf', /takes no more than that: b.conf is too much\n/],
  ['migrate redis.conf', /to which release\? .*\nTry: redis-conf-lint migrate --help\n$/],
  ['migrate redis.conf --to x', /`x`, the target named by --to, is no release that is known; .*\nTry: redis-conf-lint migrate --help\n$/],
  ['migrate redis.conf --from x --to redis@7.2', /`x`, the target named by --from, is no release/],
  ['test --target x redis.conf', /the target named by --target, is no release.*\nTry: redis-conf-lint test --help\n$/],
  ['acl redis.conf can', /name a user and a command\nTry: redis-conf-lint acl --help\n$/],
  ['tset redis.conf', /^redis-conf-lint: can't read tset: there is no such file; did you mean `redis-conf-lint test`\?\n$/],
  ['redis.conf tset', /can't read tset: there is no such file\n$/],
  ['--max-warnings many redis.conf', /\nTry: redis-conf-lint --help\n$/],
  ['--rule nosuch-rule=off redis.conf', /\nTry: redis-conf-lint --help\n$/],
  ['--password hunter2 redis.conf', /\nTry: redis-conf-lint --help\n$/],
]

test.each(REFUSED)('%s: one sentence on stderr, exit code 2, nothing written', async (words, sentence) => {
  const { run, read, path } = folder({ 'redis.conf': 'bind 0.0.0.0\n', 'empty/notes.txt': 'port 1\n', 'dangling/a.conf': 'port 1\n' })
  symlinkSync('nowhere', join(path, 'dangling/redis.conf'))
  symlinkSync('redis.conf', join(path, 'link.conf'))
  symlinkSync('none/x.json', join(path, 'toNowhere'))
  const { code, out, err } = await run(...words.split(' ').filter((word) => word !== ''))
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
  expect(err).not.toContain('hunter2')
  expect(read('redis.conf')).toBe('bind 0.0.0.0\n')
})

const EMPTY: readonly (readonly string[])[] = [
  [''], ['redis.conf', ''], ['--fix', ''], ['test', ''], ['resolve', ''], ['audit', ''], ['acl', ''], ['acl', 'redis.conf', 'diff', ''], ['migrate', '--to', 'redis@7.2', '--fix', ''],
]

test.each(EMPTY)('no file has an empty name, as a variable that is not set would give it: %s %s %s %s', async (...words) => {
  const { run, read } = folder({ 'redis.conf': 'bind 0.0.0.0\n' })
  const { code, err } = await run(...words.filter((word) => typeof word === 'string'))
  expect(code).toBe(2)
  expect(err).toMatch(/^redis-conf-lint: a file without a name, as where a variable of the shell is not set; name a file, a folder, or - for stdin\nTry: redis-conf-lint .*--help\n$/)
  expect(read('redis.conf')).toBe('bind 0.0.0.0\n')
})

test('an empty word of a command that is asked about is one', async () => {
  const { run } = folder({ 'users.acl': 'user app on nopass ~* +set\n' })
  expect(await run('acl', 'users.acl', 'can', 'app', 'set', '', '')).toMatchObject({ code: 0 })
})

test('addresses of the configuration are checked as those of options are', async () => {
  const { run, write } = folder({ 'redis.conf': 'bind 0.0.0.0\n', 'redis-conf-lint.config.json': '{ "bind": "10.0.0.5 -::1 * db.internal", "addresses": ["10.0.0.5", "fd00::5"] }' })
  expect((await run('redis.conf')).err).toBe('')
  write('redis-conf-lint.config.json', '{ "bind": "10.0.0.5\\nrequirepass x" }')
  expect((await run('redis.conf')).err).toMatch(/config\.json: `bind` takes addresses/)
  write('redis-conf-lint.config.json', '{ "addresses": ["10.0.0.5", "foo"] }')
  expect((await run('audit', 'redis.conf')).err).toMatch(/config\.json: `addresses` takes an address, .*`foo` is none/)
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
