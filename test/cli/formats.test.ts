import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configSchema } from '../../src/cli/config-fields.ts'
import { FORMAT_NAMES } from '../../src/report/formats.ts'
import { rules } from '../../src/rules/list.ts'
import { folder } from './command-line.ts'
import { violations } from './json-schema.ts'

const SECRETS = ['hunter2pass', 'masterS3cret', 'aclPlainPw', 'nearMissPw', 'commentedPw', 'brokenLinePw', 'renamedTarget', 'keyPassPhrase']
const PLANTED = `bind 0.0.0.0
protected-mode no
requirepass hunter2pass
masterauth masterS3cret
requirpass nearMissPw
# requirepass commentedPw
requirepass "brokenLinePw
rename-command CONFIG renamedTarget
tls-key-file-pass keyPassPhrase
aclfile users.acl
`
const USERS = 'user default on >aclPlainPw ~* &* +@all\nuser app >aclPlainPw\n'

test.each([...FORMAT_NAMES, 'diff', 'fix'])('no secret of the files is in a byte of %s', async (format) => {
  const { run } = folder({ 'redis.conf': PLANTED, 'users.acl': USERS, 'lone.acl': USERS })
  const words = format === 'diff' || format === 'fix' ? [`--${format}`] : ['--format', format]
  for (const file of ['redis.conf', 'lone.acl']) {
    const { out, err } = await run(file, '--preset', 'strict', ...words)
    expect(SECRETS.filter((secret) => (out + err).includes(secret))).toEqual([])
    expect(out + err).not.toContain('d9d9b1c3')
  }
})

test('what json prints is as its schema says', async () => {
  const schema = JSON.parse(readFileSync('schemas/output.json', 'utf8')) as object
  const { run } = folder({ 'redis.conf': PLANTED, 'users.acl': USERS, 'sentinel.conf': 'port 26379\nsentinel monitor m 127.0.0.1 6379 2\n' })
  for (const words of [['redis.conf', 'sentinel.conf', 'users.acl'], ['redis.conf', '--fix'], ['users.acl', '--preset', 'strict']]) {
    const output = JSON.parse((await run(...words, '--format', 'json')).out) as Record<string, unknown>
    expect(violations(output, schema)).toEqual([])
  }
  expect(violations({ schemaVersion: 2 }, schema)).not.toEqual([])
})

test('the schema of the configuration is that of the fields', () => {
  const expected = `${JSON.stringify(configSchema(), null, 2)}\n`
  if (process.env['UPDATE'] !== undefined) writeFileSync('schemas/config.json', expected)
  expect(readFileSync('schemas/config.json', 'utf8')).toBe(expected)
})

const FILES = { 'a b/redis.conf': 'bind 0.0.0.0\nprotected-mode no\n' }

test('sarif says all that code scanning asks for', async () => {
  const { run } = folder(FILES)
  const log = JSON.parse((await run('a b/redis.conf', '--format', 'sarif')).out) as Sarif
  const [{ tool, results }] = log.runs
  expect(tool.driver.rules).toHaveLength(rules.length)
  for (const rule of tool.driver.rules) {
    expect([rule.name, rule.shortDescription.text, rule.fullDescription.text, rule.help.text]).not.toContain('')
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024)
  }
  const found = results.find(({ ruleId }) => ruleId === 'wildcard-bind')
  expect(found).toMatchObject({
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/redis.conf' }, region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 13 } } }],
  })
  expect(tool.driver.rules[found?.ruleIndex ?? -1]?.id).toBe('wildcard-bind')
  expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints['redisConfLint/v1'])).size).toBe(results.length)
})

interface Text { readonly text: string }
interface Sarif {
  readonly runs: readonly [{
    readonly tool: { readonly driver: { readonly rules: readonly { id: string, name: string, shortDescription: Text, fullDescription: Text, help: Text }[] } }
    readonly results: readonly { ruleId: string, ruleIndex: number, partialFingerprints: Record<string, string> }[]
  }]
}

test('fingerprints stay when lines move', async () => {
  const { run, write } = folder(FILES)
  const prints = async () => (JSON.parse((await run('a b/redis.conf', '--format', 'gitlab')).out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
  const before = await prints()
  write('a b/redis.conf', `${FILES['a b/redis.conf']}\n# more\n`.replace('bind', '# moved\n\nbind'))
  expect((await prints()).sort()).toEqual(before.sort())
})

test.each([
  ['github', /^::error file=a b\/redis.conf,line=1,endLine=1,col=6,endColumn=13,title=wildcard-bind::`0\.0\.0\.0` makes/m],
  ['gitlab', /"description": "wildcard-bind: `0\.0\.0\.0` makes/],
  ['gitlab-sast', /"start_time": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",/],
  ['checkstyle', /^ {4}<error line="1" column="6" severity="error" message="`0\.0\.0\.0` makes[^"]*" source="redis-conf-lint.wildcard-bind"\/>$/m],
  ['junit', /^ {4}<testcase name="wildcard-bind at line 1" classname="a b\/redis.conf">$/m],
  ['rdjson', /"severity": "ERROR",\n\s*"code": \{\n\s*"value": "wildcard-bind"/],
  ['markdown', /^\| a b\/redis.conf:1 \| \*\*error\*\* `0\.0\.0\.0` makes/m],
  ['concise', /^a b\/redis.conf:1:6: error: `0\.0\.0\.0` makes .* \[wildcard-bind\]$/m],
])('%s', async (format, line) => {
  const { run } = folder(FILES)
  expect((await run('a b/redis.conf', '--format', format)).out).toMatch(line)
})

test.each([['github'], ['concise'], ['pretty']])('%s: a file can give no command to the runner of a workflow', async (format) => {
  const { run } = folder({ '::error::x.conf': 'bind 0.0.0.0 "::set-output name=x::y"\nprotected-mode no\nnonsense "a %0A::error::b"\n' })
  const { out } = await run('::error::x.conf', '--format', format)
  const lines = out.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('::'))
  expect(lines.filter((line) => format !== 'github' || !/^::(?:error|warning|notice) file=%3A%3Aerror%3A%3Ax.conf,/.test(line))).toEqual([])
})

test('empty reports are whole documents', async () => {
  const { run } = folder({ 'redis.conf': '' })
  for (const format of FORMAT_NAMES) {
    const { out } = await run('redis.conf', '--format', format, '--min-severity', 'error')
    if (['json', 'sarif', 'gitlab', 'gitlab-sast', 'rdjson'].includes(format)) expect(() => { JSON.parse(out) }).not.toThrow()
    if (['junit', 'checkstyle'].includes(format)) expect(out).toMatch(/^<\?xml .*>\n$/s)
  }
})
