import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dryRun } from '../../src/model/dry-run.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import type { Project } from '../../src/model/project.ts'
import { isEligible } from '../../src/fixer/candidates.ts'
import { fillInputs, isFillable } from '../../src/fixer/fill-inputs.ts'
import { fixProject } from '../../src/fixer/fix-project.ts'
import type { FixOptions } from '../../src/fixer/fix-result.ts'
import type { Inputs } from '../../src/fixer/inputs.ts'
import type { Fix } from '../../src/rules/rule.ts'

type Files = Readonly<Record<string, string>>

const load = (files: Files, target = 'redis@7.2'): Promise<Project> => loadProject({ entry: 'redis.conf', host: memoryHost(files), target })

/** What the fixer makes of files; those it leaves alone as they are. */
async function fixedFiles(files: Files, options: FixOptions = {}, target?: string): Promise<Files> {
  const result = fixProject(await load(files, target), options)
  return { ...files, ...Object.fromEntries(Array.from(result.files, ([path, { after }]) => [path, after])) }
}

describe('where a new line goes', () => {
  const only = ['missing-bind']

  test.each([
    ['an empty file', '', 'bind 127.0.0.1 -::1\n'],
    ['the end', 'timeout 5\n', 'timeout 5\nbind 127.0.0.1 -::1\n'],
    ['the end of a file without a final newline', 'timeout 5', 'timeout 5\nbind 127.0.0.1 -::1'],
    ['the line ends of the file', 'timeout 5\r\n', 'timeout 5\r\nbind 127.0.0.1 -::1\r\n'],
    ['both', 'timeout 5\r\ntimeout 6', 'timeout 5\r\ntimeout 6\r\nbind 127.0.0.1 -::1'],
    ['below its kin, with its indentation', '  port 6379\ntimeout 5\n', '  port 6379\n  bind 127.0.0.1 -::1\ntimeout 5\n'],
    ['below kin without a newline', '\tport 6379', '\tport 6379\n\tbind 127.0.0.1 -::1'],
    ['below its commented-out example', '# bind 10.0.0.1\n\nport 6379\n', '# bind 10.0.0.1\nbind 127.0.0.1 -::1\n\nport 6379\n'],
    ['not within a paragraph that begins with its name', '# bind is\n# explained here\nport 6379\n', '# bind is\n# explained here\nport 6379\nbind 127.0.0.1 -::1\n'],
    ['below the last include', 'port 6379\ninclude x.conf\ntimeout 5\n', 'port 6379\ninclude x.conf\ntimeout 5\nbind 127.0.0.1 -::1\n'],
  ])('%s', async (_, before, after) => {
    expect((await fixedFiles({ 'redis.conf': before, 'x.conf': '' }, { only }))['redis.conf']).toBe(after)
  })
})

describe('the loop', () => {
  test('edits the line in force, in the file it stands in, and no shadowed one', async () => {
    const files = { 'redis.conf': 'protected-mode no\ninclude x.conf\n# protected-mode no\n', 'x.conf': 'protected-mode no' }
    expect(await fixedFiles(files, { only: ['protected-mode-off'] })).toEqual({ ...files, 'x.conf': 'protected-mode yes' })
  })

  test('undoes a fix after which the server would not start, and says so', async () => {
    const project = await load({ 'redis.conf': 'bind 10.0.0.5\nport 0\ntls-port 6379\ntls-auth-clients no\ntls-cert-file /c.crt\ntls-key-file /c.key\n' })
    const { files, rejected } = fixProject(project, { inputs: { values: { bind: 'a b c d e f g h i j k l m n o p q' } }, only: ['missing-bind'] })
    expect([files.size, rejected.length]).toEqual([0, 0])
    const careless = await load({ 'redis.conf': 'port 6379\n' })
    const undone = fixProject(careless, { inputs: { values: { bind: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17' } }, only: ['missing-bind'] })
    expect(undone.files.size).toBe(0)
    expect(undone.rejected.map(({ rule, because }) => `${rule}: ${because}`)).toEqual([
      'missing-bind: the server would not start any more: Too many bind addresses specified.',
    ])
    expect(undone.left.map(({ rule }) => rule)).toContain('missing-bind')
  })

  test.each([['safe', false], ['repair', false], ['hardening', true], ['input', true]] as const)('level %s', async (level, applies) => {
    const { files } = fixProject(await load({ 'redis.conf': 'bind 0.0.0.0\n' }), { level, only: ['wildcard-bind'] })
    expect(files.size > 0).toBe(applies)
  })

  test('a value that only a person knows is quoted as a word, and nothing happens without it', async () => {
    const files = { 'redis.conf': 'requirepass x\nbind 10.0.0.5\n' }
    expect(await fixedFiles(files, { only: ['missing-tls'] })).toEqual(files)
    const values = { 'tls-cert': '/etc/my certs/c.crt', 'tls-key': '/k', 'tls-ca': '/é' }
    expect((await fixedFiles(files, { only: ['missing-tls'], inputs: { values } }))['redis.conf']).toBe(
      'requirepass x\nbind 10.0.0.5\nport 0\ntls-port 6379\ntls-cert-file "/etc/my certs/c.crt"\ntls-key-file /k\ntls-ca-cert-file /\xc3\xa9\n')
  })

  test.each([
    ['a comment behind a password is moved, and the password kept', 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK # ask Bob\n', '# ask Bob\nrequirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n'],
    ['words that can only be one password are quoted, not replaced', 'requirepass Zq8v X2mK4tR7wY1n B5cD9fG3hJ6kL0pS\n', 'requirepass "Zq8v X2mK4tR7wY1n B5cD9fG3hJ6kL0pS"\n'],
    ['a password in a line that nobody can mend is not replaced', 'requirepass "it\'s open\n', 'requirepass "it\'s open\n'],
    ['no comment becomes an address', 'bind 0.0.0.0 # all\n', '# all\nbind 127.0.0.1 -::1\nrequirepass made\n'],
  ])('mends before it hardens: %s', async (_, before, after) => {
    const only = ['trailing-comment', 'wrong-argument-count', 'unbalanced-quotes', 'missing-password', 'wildcard-bind']
    expect(await fixedFiles({ 'redis.conf': before }, { only, inputs: { generatePassword: () => 'made' } })).toEqual({ 'redis.conf': after })
  })

  test('a line that holds nothing to mend is left alone, and one that becomes several keeps its line ends', async () => {
    const fixed = async (text: string): Promise<string | undefined> =>
      (await fixedFiles({ 'redis.conf': `# redis-conf-lint: target redis@6.0\n${text}` }, { only: ['silently-misread-value'] }, 'redis@6.0'))['redis.conf']?.replace(/^.*\n/, '')
    expect(await fixed('save\n')).toBe('save\n')
    expect(await fixed('save 3600 1 300 100\r\nport 1\r\n')).toBe('save 3600 1\r\nsave 300 100\r\nport 1\r\n')
  })

  test('a password that has to go is not given to a user', async () => {
    const files = { 'redis.conf': 'requirepass secret123\nuser default on >foo ~* +@all\n' }
    const once = await fixedFiles(files, { inputs: { values: { password: 'correct-horse-battery-staple-9' } } })
    expect(await fixedFiles(once, { inputs: { values: { password: 'correct-horse-battery-staple-9' } } })).toEqual(once)
    expect(once['redis.conf']).not.toContain('fcf730b6d95236ecd3c9fc2d92d7b6b2bb061514961aec041d6c7a7192f592e4')
  })

  test('stops where a mended line names a file that was never read, and says which', async () => {
    const { files, unread } = fixProject(await load({ 'redis.conf': 'inlcude more.conf\n' }))
    expect(files.get('redis.conf')?.after).toBe('include more.conf\n')
    expect(unread).toEqual(['/more.conf'])
  })

  test('places in the text of the user are left alone', async () => {
    const files = { 'redis.conf': 'bind 0.0.0.0\nlogfile {{bind}}\n' }
    expect((await fixedFiles(files, { only: ['wildcard-bind'] }))['redis.conf']).toBe('bind 127.0.0.1 -::1\nlogfile {{bind}}\n')
  })
})

test.each([
  ['requirepass {{password}}', 'requirepass made', 'requirepass "a b"'],
  ['user default on {{password:rule}} ~*', 'user default on >made ~*', 'user default on #c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65 ~*'],
])('a password that was made up can be read, one that was given is a hash where it can be: %s', (newText, made, given) => {
  const fix: Fix = { title: '', kind: 'hardening', consequence: '', needs: ['password'], edits: [{ path: 'f', span: { start: 0, end: 0 }, newText }] }
  const generatePassword = (): string => 'made'
  const filled = (inputs: Inputs): string | undefined => (isFillable(fix, inputs) ? fillInputs(fix, inputs)[0]?.newText : undefined)
  expect(filled({ generatePassword })).toBe(made)
  expect(filled({ values: { password: 'a b' }, generatePassword })).toBe(given)
  expect(filled({})).toBeUndefined()
})

describe('whatever the files say', () => {
  const LINES = [
    '', '# bind 10.0.0.1', '  # requirepass foobared', 'bind 0.0.0.0', 'bind 127.0.0.1 ::*', 'bind 93.184.216.34', 'protected-mode no', 'PROTECTED-MODE yes',
    'port 6379', 'port 0', 'tls-port 6380', 'tls-auth-clients no', 'tls-protocols "TLSv1 TLSv1.2"', 'tls-cert-file /c', 'tls-key-file /k', 'tls-ca-cert-file /a',
    'unixsocket /run/r.sock', 'unixsocketperm 777', 'rename-command CONFIG CONFIG', 'rename-command CONFIG x', 'rename-command FLUSHALL ""', 'requirepass secret-Secret-1',
    'requirepass ""', 'user default on nopass ~* &* +@all', 'user default off', 'user app on >p ~* +@all', 'enable-debug-command yes', 'enable-module-command local',
    'dbfilename authorized_keys', 'dir /root', 'client-output-buffer-limit normal 0 0 0', 'save ""', 'include x.conf', 'include *.inc', 'aclfile users.acl', 'bad line here',
    'bind 10.0.0.5 # private', 'requirepass "open', 'replicaof 10.0.0.1 6379', 'cluster-enabled yes', 'maxmemory 1gb', 'timeout abc', '# redis-conf-lint: ignore wildcard-bind -- reason',
    '# redis-conf-lint: ignore missing-bind', 'tcp-keepalive 0', 'loglevel warning', 'appendonly yes',
  ]
  const text = fc.tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, end, isClosed]) => lines.join(end) + (isClosed ? end : ''))
  const acl = fc.array(fc.constantFrom('user default on nopass ~* &* +@all', 'user app on >p ~a:* +@all', 'user ops on +@all', '# comment', ''), { maxLength: 3 })
    .map((lines) => lines.join('\n'))
  const target = fc.constantFrom('redis@2.8', 'redis@3.2', 'redis@5.0', 'redis@6.0', 'redis@6.2', 'redis@7.0', 'redis@7.2', 'redis@8.0', 'valkey@8.1', 'valkey@9.1')

  test('it ends, starts as before, leaves nothing to fix, and keeps line ends', async () => {
    await fc.assert(fc.asyncProperty(text, text, acl, target, fc.constantFrom('host', 'docker'), async (conf, included, users, release, runtime) => {
      const files: Files = { 'redis.conf': conf, 'x.conf': included.replaceAll('include x.conf', ''), 'users.acl': users }
      const project = await loadProject({ entry: 'redis.conf', host: memoryHost(files), target: release, runtime })
      const generated: string[] = []
      const generatePassword = (): string => {
        generated.push(createHash('sha256').update(String(generated.length)).digest('hex'))
        return generated.at(-1) ?? ''
      }
      const options: FixOptions = { preset: 'strict', inputs: { generatePassword } }
      const result = fixProject(project, options)
      const gaveUp = new Set(result.rejected.map(({ rule }) => rule))
      expect(result.passes).toBeLessThan(10)
      expect(result.left.filter((diagnostic) => isEligible(diagnostic, options) && !gaveUp.has(diagnostic.rule)).map(({ rule }) => rule)).toEqual([])
      const after = { ...files, ...Object.fromEntries(Array.from(result.files, ([path, file]) => [path, file.after])) }
      const again = await loadProject({ entry: 'redis.conf', host: memoryHost(after), target: release, runtime, mode: project.kind })
      expect(dryRun(again).problems.length).toBeLessThanOrEqual(dryRun(project).problems.length)
      expect([...fixProject(again, options).files.keys()]).toEqual([])
      const texts = Object.values(after).join('')
      const asking = result.applied.filter(({ fix }) => fix.needs?.includes('password') === true)
      expect(generated.filter((password) => texts.includes(password)).length).toBeGreaterThanOrEqual(Math.min(asking.length, 1))
      for (const [path, { before, after }] of result.files) {
        if (path === 'users.acl') continue
        // A file that lost its only line ends has none to keep.
        if (before.split('\r\n').length > 3) expect(after.replaceAll('\r\n', '')).not.toContain('\n')
        // With the last comment goes its line; a blank one before it then ends the file.
        const losesComment = /redis-conf-lint[^\n]*$/.test(before)
        if (before !== '' && after !== '' && !losesComment) expect(after.endsWith('\n')).toBe(before.endsWith('\n'))
      }
    }), { numRuns: Number(process.env['FUZZ'] ?? 100) })
  }, 600_000)
})
