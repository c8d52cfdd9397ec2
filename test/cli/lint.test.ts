import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from './command-line.ts'

const CARELESS = 'bind 0.0.0.0\nprotected-mode no\ndir /var/lib/redis\n'
const ONLY = ['--rule', 'wildcard-bind=error']

test('a finding in full: place, severity, rule, the words underlined, what happens, what to do', async () => {
  const { run } = folder({ 'redis.conf': CARELESS })
  const { code, out, err } = await run('redis.conf', '--target', 'redis@7.2')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toContain(`redis.conf:1:6 error wildcard-bind
  1 | bind 0.0.0.0
    |      ^^^^^^^
  \`0.0.0.0\` makes the server listen on every IPv4 address of this machine, those
  it gets later included
  fix     Listen on loopback only (hardening, --fix)
  breaks  Clients on other machines can connect only through an address that is
          still listed.
  live    CONFIG SET bind "127.0.0.1 -::1"
`)
  expect(out).toMatch(/\n\d+ errors?.* in 1 file; \d+ fixable \(\d+ with --fix/)
  expect(out).toMatch(/\ngraded by who can reach it: whoever connects from the network is let in without\na password\nchecked as redis@7\.2\.6\n$/)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('in a folder, files that are links are read once, as in a mounted ConfigMap; links to folders go round', async () => {
  const { run, path } = folder({ 'mount/..2024/redis.conf': CARELESS, 'mount/..2024/users.acl': 'user a on nopass\n', 'more/sentinel.conf': 'port 1\n' })
  symlinkSync('..2024', join(path, 'mount/..data'))
  symlinkSync('..data/redis.conf', join(path, 'mount/redis.conf'))
  symlinkSync('..data/users.acl', join(path, 'mount/users.acl'))
  symlinkSync('.', join(path, 'mount/round'))
  symlinkSync('round.conf', join(path, 'mount/round.conf'))
  symlinkSync('../more', join(path, 'mount/more.conf'))
  const { out } = await run('mount', '--format', 'concise')
  expect(new Set(out.split('\n').filter((line) => line !== '').map((line) => line.split(':')[0]))).toEqual(new Set(['mount/redis.conf', 'mount/users.acl']))
})

test('the lines to look at come before what is missing, in each file', async () => {
  const { run } = folder({ 'a.conf': 'include b.conf\nmaxmemry 1gb\n', 'b.conf': 'save 900\n' })
  const { out } = await run('a.conf')
  const places = [...out.matchAll(/^([ab])\.conf:(\d+):/gm)].map(([, file, line]) => `${file ?? ''}${line ?? ''}`)
  expect([...new Set(places)]).toEqual(['a2', 'a1', 'b1'])
})

test('silence where nothing is found', async () => {
  const { run } = folder({ 'redis.conf': '# nothing\n' })
  expect(await run('redis.conf', '--min-severity', 'error')).toEqual({ code: 0, out: '', err: '' })
})

test.each([
  ['the option', ['--target', 'redis@6.2'], 'port 1\n', 'redis@6.2.16'],
  ['the option over the comment', ['--target', 'redis@6.2'], '# redis-conf-lint: target valkey@8.1\n', 'redis@6.2.16'],
  ['a comment in the file', [], '  # redis-conf-lint: target valkey@8.1\n', 'valkey@8.1.1'],
  ['the configuration', ['--config', 'c.json'], 'port 1\n', 'redis@7.0.15'],
  ['the newest Redis otherwise', [], 'port 1\n', 'redis@8.0.6'],
])('the target comes from %s', async (_, words, text, target) => {
  const { run } = folder({ 'redis.conf': text, 'c.json': '{"target":"redis@7.0"}' })
  const { out } = await run('redis.conf', '--format', 'json', ...words)
  expect((JSON.parse(out) as { target: string }).target).toBe(target)
})

test('a file called valkey.conf is checked for Valkey when nothing is said, and the report says that it was assumed', async () => {
  const { run, write } = folder({ 'valkey.conf': CARELESS })
  expect((await run('valkey.conf')).out.replaceAll(/\s+/g, ' ')).toContain('checked as valkey@9.1.2, which was assumed: name yours with --target')
  write('redis.conf', CARELESS)
  expect((await run('valkey.conf', 'redis.conf')).out.replaceAll(/\s+/g, ' ')).toMatch(/checked as valkey@9\.1\.2, which was assumed and redis@\S+, which was assumed: name yours with --target, e\.g\. --target redis@6\.2 or valkey@8\.1 $/)
})

test.each([
  ['redis@99', 'redis@99, of which only what redis@8.0.6 does is known'],
  ['valkey@9.0', 'valkey@9.0, of which only what valkey@8.1.1 does is known'],
  ['redis@7.2.6', 'redis@7.2.6'],
])('%s is said to be checked as %s', async (target, said) => {
  const { run } = folder({ 'redis.conf': CARELESS })
  expect((await run('redis.conf', '--target', target)).out.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`checked as ${said} $`))
})

test.each<readonly [string[], number]>([
  [[], 1],
  [['--fail-on', 'never'], 0],
  [['--rule', 'wildcard-bind=warning'], 1],
  [['--rule', 'wildcard-bind=warning', '--fail-on', 'error'], 0],
  [['--rule', 'wildcard-bind=warning', '--max-warnings', '1'], 0],
  [['--rule', 'wildcard-bind=info'], 0],
  [['--rule', 'wildcard-bind=info', '--fail-on', 'info'], 1],
  [['--rule', 'wildcard-bind=info', '--fail-on', 'info', '--quiet'], 0],
])('%j gives exit code %i', async (words, code) => {
  const { run } = folder({ 'redis.conf': CARELESS })
  const rules = (JSON.parse((await run('rules', '--format', 'json')).out) as { id: string }[]).map(({ id }) => id)
  const silent = rules.filter((id) => id !== 'wildcard-bind').flatMap((id) => ['--rule', `${id}=off`])
  expect((await run('redis.conf', ...silent, ...words)).code).toBe(code)
})

test('a folder: files by name, files by content, none of the others; an included file is no server of its own', async () => {
  const { run } = folder({
    'etc/redis.conf': `${CARELESS}include etc/conf.d/more.conf\n`,
    'etc/conf.d/more.conf': 'port 6379\nmaxmemory 1gb\n',
    'etc/6380.conf': 'port 6380\n',
    'etc/nginx.conf': 'server {\n  listen 80;\n}\n',
    'etc/users.acl': 'user default on nopass ~* &* +@all\n',
    'etc/node_modules/x/redis.conf': 'port 1\n',
    '.gitignore': 'etc/ignored\n',
    'etc/ignored/redis.conf': 'port 1\n',
  })
  const { out } = await run('etc', '--format', 'json')
  const { files } = JSON.parse(out) as { files: { path: string, kind: string }[] }
  expect(files.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
    'etc/6380.conf server', 'etc/conf.d/more.conf server', 'etc/redis.conf server', 'etc/users.acl acl',
  ])
})

test('a pattern, and the same file named twice', async () => {
  const { run } = folder({ 'a/redis.conf': CARELESS, 'b/redis.conf': CARELESS })
  const { out } = await run('*/redis.conf', 'a/redis.conf', '--format', 'concise', ...ONLY)
  expect(out.match(/\[wildcard-bind\]/g)).toHaveLength(2)
})

test('stdin has the name it is given, and includes from the disk', async () => {
  const { feed } = folder({ 'more.conf': 'bind 0.0.0.0\n' })
  const { out, code } = await feed('include more.conf\nprotected-mode no\n', '-', '--stdin-filename', 'given.conf', '--format', 'concise')
  expect(code).toBe(1)
  expect(out).toMatch(/^given.conf:2:/m)
  expect(out).toMatch(/^more.conf:1:6: error: .*\[wildcard-bind\]$/m)
})

test('reports go to files beside what is printed', async () => {
  const { run, read } = folder({ 'redis.conf': CARELESS })
  await run('redis.conf', '--output', 'json:out.json', '-o', 'concise:out.txt', '--format', 'github')
  expect((JSON.parse(read('out.json')) as { schemaVersion: number }).schemaVersion).toBe(1)
  expect(read('out.txt')).toMatch(/\[wildcard-bind\]$/m)
})

test.each([
  ['{', /c.json is not JSON/],
  ['[]', /c.json: it holds no JSON object/],
  ['{"targt":"redis@7"}', /c.json: there is no setting `targt`; did you mean `target`\?/],
  ['{"runtime":"podman"}', /`runtime` is not one of host, docker/],
  ['{"rules":{"wildcard-bind":"fatal"}}', /`rules` is not an object from rule ids to off, info, warning, error/],
  ['{"rules":{"wildcard-bnd":"off"}}', /there is no rule `wildcard-bnd`; did you mean `wildcard-bind`\?/],
])('a configuration that holds %s is refused in a sentence', async (text, sentence) => {
  const { run } = folder({ 'redis.conf': CARELESS, 'c.json': text })
  const { code, out, err } = await run('redis.conf', '--config', 'c.json')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
})

test('the configuration of the nearest folder upwards holds, unless none is wanted', async () => {
  const { run } = folder({ 'redis.conf': CARELESS, 'redis-conf-lint.config.json': '{"rules":{"wildcard-bind":"off"}}' })
  expect((await run('redis.conf', '--format', 'concise')).out).not.toContain('[wildcard-bind]')
  expect((await run('redis.conf', '--format', 'concise', '--no-config')).out).toContain('[wildcard-bind]')
})

test('columns count what an editor shows, and the marks stand under the words', async () => {
  const { run } = folder({ 'redis.conf': Buffer.from('bind 日本 0.0.0.0\n').toString('latin1') })
  const { out } = await run('redis.conf')
  const lines = out.slice(out.indexOf('wildcard-bind')).split('\n')
  const [, line = '', marks = ''] = lines
  expect(line).toContain('日本')
  expect(marks.trimEnd().length).toBe(line.length + 2)
})

test('a megabyte in one line, and bytes that would steer a terminal', async () => {
  const long = `bind 0.0.0.0 ${'x'.repeat(1_000_000)}\x1b[2J\n`
  const { run } = folder({ 'redis.conf': long })
  const { out } = await run('redis.conf', '--target', 'redis@7.2')
  expect(out.length).toBeLessThan(20_000)
  expect(out).not.toContain('\x1b')
  expect(out.split('\n').filter((line) => line.includes(' | ') && line.length > 80)).toEqual([])
})
