import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import { parseAclFile, parseConf } from '../../src/parser/index.ts'
import { schemaFor } from '../../src/schema/index.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { maskLine } from '../../src/fixer/mask.ts'
import { printable } from '../../src/fixer/printable.ts'
import { secretSpans } from '../../src/fixer/secrets.ts'
import { secretValues } from '../../src/fixer/secret-values.ts'

function schema(target: string): Schema {
  const found = schemaFor(target)
  if (!('release' in found)) throw new Error('unreachable: no such release')
  return found
}

const masked = (text: string, target = 'redis@7.2'): string => maskLine(text, 0, secretSpans(parseConf(text), schema(target))).text

describe('what is a secret in a configuration', () => {
  test.each([
    ['requirepass hunter2', 'requirepass •••'],
    ['  RequirePass "hun ter2"', '  RequirePass •••'],
    ['requirepass ""', 'requirepass ""'],
    ['requirepass one two', 'requirepass ••• •••'],
    ['requirpass hunter2', 'requirpass •••'],
    ['require-pass hunter2', 'require-pass •••'],
    ['requirepass=hunter2', 'requirepass=•••'],
    ['requirepass: hunter2', 'requirepass: •••'],
    ['auth-password hunter2', 'auth-password •••'],
    ['# requirepass foobared', '# requirepass •••'],
    ['#masterauth hunter2', '#masterauth •••'],
    ['# user alice on >hunter2', '# user alice on >•••'],
    ['# a comment about nothing', '# a comment about nothing'],
    ['requirepass "hunter2', 'requirepass •••'],
    ['bind "127.0.0.1', 'bind •••'],
    ['"requirepass hunter2', '•••'],
    ['masterauth hunter2', 'masterauth •••'],
    ['tls-key-file-pass hunter2', 'tls-key-file-pass •••'],
    ['rename-command CONFIG hidden', 'rename-command CONFIG •••'],
    ['rename-comand CONFIG hidden', 'rename-comand CONFIG •••'],
    ['rename-command CONFIG ""', 'rename-command CONFIG ""'],
    ['rename-command CONFIG config', 'rename-command CONFIG config'],
    ['user alice on >hunter2 #c0ffee ~* +@all -debug', 'user alice on >••• #••• ~* +@all -debug'],
    ['user alice on ">hun ter2" +get', 'user alice on ••• +get'],
    ['user alice on hunter2 +get', 'user alice on ••• +get'],
    ['user alice on nopass <old !dead %R~x (+get ~y)', 'user alice on nopass <••• !••• %R~x (+get ~y)'],
    ['sentinel auth-pass mymaster hunter2', 'sentinel auth-pass mymaster •••'],
    ['sentinel sentinel-pass hunter2', 'sentinel sentinel-pass •••'],
    ['sentinel rename-command mymaster CONFIG hidden', 'sentinel rename-command mymaster CONFIG •••'],
    ['sentinel monitor mymaster 10.0.0.1 6379 2', 'sentinel monitor mymaster 10.0.0.1 6379 2'],
    ['bind 10.0.1.10 # private', 'bind 10.0.1.10 # private'],
    ['masterauth hunter2\r\nport 1\r\n', 'masterauth •••\r\nport 1\r\n'],
    ['bind 1.2.3.4\rrequirepass hunter2\rport 6379\r', 'bind 1.2.3.4\rrequirepass •••\rport 6379\r'],
    ['# mine\rrequirepass hunter2\rport 6379', '# mine\rrequirepass •••\rport 6379'],
    ['requirepass"hunter2"', 'requirepass•••'],
    ['requirepasshunter2', 'requirepass•••'],
    ['requirepass\xc2\xa0hunter2', 'requirepass\xc2\xa0•••'],
    ['"requirepass hunter2"', '"requirepass •••"'],
    ['\xef\xbb\xbfrename-command CONFIG hidden', '\xef\xbb\xbfrename-command CONFIG •••'],
    ['config set requirepass hunter2', 'config set requirepass •••'],
    ['redis_pw hunter2', 'redis_pw •••'],
    ['export REDIS_PASSWORD=hunter2', 'export REDIS_PASSWORD=•••'],
    ['port 6379 requirepass hunter2', 'port 6379 requirepass •••'],
    ['port 6379 requirpass=hunter2', 'port 6379 requirpass=•••'],
    ['port 6379\0 requirepass hunter2', 'port 6379\0 requirepass •••'],
    ['loadmodule /auth.so PORT 1 PASSWORD hunter2 MAX 3', 'loadmodule /auth.so PORT 1 PASSWORD ••• MAX 3'],
    ['user u on (>hunter2 ~* +get)', 'user u on (>••• ~* +get)'],
    ['user u on (hunter2 ~* on)', 'user u on (••• ~* on)'],
    ['user >hunter2 on', 'user >••• on'],
    ['sentinel auth-pass hunter2', 'sentinel auth-pass •••'],
    ['sentinel monitor m 10.0.0.1 6379 2 auth-pass hunter2', 'sentinel monitor m 10.0.0.1 6379 2 auth-pass •••'],
    ['replicaof redis://u:hunter2@h 6379', 'replicaof redis://u:•••@h 6379'],
    ['# requirepas hunter2', '# requirepas •••'],
    ['# requirepass "hunter2', '# requirepass •••'],
    ['#user x on >hunter\'2', '#user x on >•••'],
    ['# CONFIG SET requirepass hunter2', '# CONFIG SET requirepass •••'],
    ['# redis-cli -a hunter2 ping', '# redis-cli -a ••• ping'],
    ['# with --requirepass hunter2 or so', '# with --requirepass ••• or so'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  test.each([
    'replicaof master-auth 6379', 'sentinel monitor master-auth 10.0.0.1 6379 2', 'tls-auth-clients optional', 'tls-auth-clients=no', 'loadmodule /usr/lib/auth.so',
    'loadmodule /m.so AUTHORS 3', 'sentinel auth-user m alice', 'dir /srv/secret', 'logfile /var/log/redis-auth.log', 'proc-title-template "{title} {listen-addr}"',
    'replicaof redis://h 6379', 'user u on nopass (+get ~a) (%R~b -@all) +@all', 'acllog-max-len 128', '"port" 6379', 'maxmemry 100mb',
    '# the requirepass directive is read once', '# people need no auth (e.g. on a laptop).', '# If requirepass is set, use AUTH <password>', '# see "requirepass", below',
    '# will pass --raw to it', '# 10 > 9, and a -> b',
  ])('no secret in %s', (text) => {
    expect(masked(text)).toBe(text)
  })

  test.each([['tls-auth-clients no', 'redis@5.0'], ['sentinel auth-user m alice', 'redis@5.0'], ['sentinel-user', 'redis@5.0']])('no secret in %s for %s', (text, release) => {
    expect(masked(text, release)).toBe(text)
  })

  test('a name that the release knows no more is a secret all the same', () => {
    expect(masked('tls-key-file-pass hunter2', 'redis@5.0')).toBe('tls-key-file-pass •••')
    expect(masked('primaryauth hunter2', 'redis@7.2')).toBe('primaryauth •••')
  })
})

test('what is a secret in an ACL file', () => {
  const text = 'user alice on >hunter2 ~* +@all\n# user bob >old\nUSER carol on >typed hunter3\nuser dave on #abc resetkeys'
  const spans = secretSpans(parseAclFile(text), schema('redis@7.2'))
  expect(maskLine(text, 0, spans).text).toBe(
    'user alice on >••• ~* +@all\n# ••• ••• >•••\nUSER ••• on >••• •••\nuser dave on #••• resetkeys')
})

test.each([
  ['>hunter2', '>•••'], ['hunter2', '•••'], ['requirepass=hunter2', '•••'], ['user\ta\t>hunter2', 'user\t•••\t>•••'], ['user a on ~*\t>hunter2 +get', 'user a on ~*\t>••• +get'],
  ['user a on (>hunter2 ~*) +get', 'user a on (>••• ~*) +get'], ['user >hunter2 on', 'user >••• on'], ['user a on ~*\0 >hunter2', 'user a on ~*\0 >•••'],
])('what is a secret in %j of an ACL file', (text, expected) => {
  expect(maskLine(text, 0, secretSpans(parseAclFile(text), schema('redis@7.2'))).text).toBe(expected)
})

test.each([
  ['caf\xc3\xa9 \x1b[2J…', 'café \\x1b[2J…'], ['café •••', 'café •••'], ['a\u202eb\u{e0041}', 'a\\u{202e}b\\u{e0041}'], ['a\nb\x9b', 'a\\nb\\x9b'],
])('%j may be printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected)
  expect(printable(expected)).toBe(expected)
})

test('what a server quotes is masked however short it is, and an apostrophe quotes nothing', async () => {
  const host = memoryHost({ 'redis.conf': 'user u on ab +get\nrequirepass known\n' })
  const values = secretValues(await loadProject({ entry: 'redis.conf', host, target: 'redis@6.0' }))
  expect(values.masked("Error in user declaration 'ab': Syntax error")).toBe("Error in user declaration '•••': Syntax error")
  expect(values.masked("an attacker's list of what is known, and nobody's `ab`")).toBe("an attacker's list of what is known, and nobody's `ab`")
})

describe('maskLine', () => {
  const mask = maskLine('requirepass hunter2 # x', 100, [{ start: 112, end: 119 }])

  test.each([[100, 0], [111, 11], [112, 12], [115, 12], [119, 15], [120, 16], [123, 19]])('offset %i is column %i', (offset, column) => {
    expect(mask.at(offset)).toBe(column)
  })
})

describe('no text for people holds a secret', () => {
  const SECRET = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{6,20}[0-9][A-Z]$/)
  const LINES = [
    'requirepass S', 'requirpass S', 'masterauth "S"', 'requirepass S trailing', 'requirepass "S', 'user alice on >S +@all ~*', 'user alice on S +@all',
    'user default on >S allkeys +@all', 'rename-command CONFIG S', 'rename-command S CONFIG', 'rename-command CONFIG CONFIG_S', 'tls-key-file-pass S',
    'sentinel auth-pass m S', 'requirepass=S', 'user default >S', 'requirepass S # S', 'user bob on >S nosuchrule', 'user eve on ">S x"',
    'rename-command CONFIG ""rename-command DEBUG S', 'bind 0.0.0.0', 'protected-mode no', 'port 6379', 'aclfile users.acl',
  ]
  const ACL_LINES = ['user carol on >S ~* +@all', 'user default on nopass >S', 'USER x on >S', 'user y on >S z', 'user carol on #S', 'user  z >S']

  test('whatever else stands in the files, on any release', async () => {
    const conf = fc.array(fc.constantFrom(...LINES), { maxLength: 8 })
    const acl = fc.array(fc.constantFrom(...ACL_LINES), { maxLength: 3 })
    const target = fc.constantFrom('redis@3.2', 'redis@6.2', 'redis@7.2', 'redis@8.0', 'valkey@9.1')
    await fc.assert(fc.asyncProperty(conf, acl, SECRET, target, async (lines, aclLines, secret, release) => {
      const text = (each: readonly string[]): string => each.map((line) => `${line.replaceAll(/\bS\b|_S\b/g, (s) => s.replace('S', secret))}\n`).join('')
      const host = memoryHost({ 'redis.conf': text(lines), 'users.acl': text(aclLines) })
      const project = await loadProject({ entry: 'redis.conf', host, target: release })
      for (const { fix, ...diagnostic } of lint(project, { preset: 'strict' })) {
        expect(JSON.stringify(diagnostic)).not.toContain(secret)
        expect(JSON.stringify([fix?.title, fix?.consequence, fix?.live])).not.toContain(secret)
        for (const edit of fix?.edits ?? []) if (edit.newText.includes(secret)) expect(edit.secret).toBe(true)
      }
    }), { numRuns: 150 })
  })

  test('a password that is a word of ours garbles no message', async () => {
    const host = memoryHost({ 'redis.conf': 'requirepass protected\nbind 10.0.0.5\nprotected-mode no\nmasterauth network\n' })
    const project = await loadProject({ entry: 'redis.conf', host })
    for (const { message } of lint(project).filter(({ category }) => category === 'network')) expect(message).not.toContain('•••')
  })
})
