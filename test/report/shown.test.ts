import { describe, expect, test } from 'vitest'
import { dryRun } from '../../src/model/dry-run.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import { AUDIT_FORMATS } from '../../src/report/audit/formats.ts'
import { FORMAT_NAMES } from '../../src/report/formats.ts'
import { folder } from '../cli/command-line.ts'

/** Every way to have a file printed. */
const WAYS: readonly (readonly string[])[] = [
  ...FORMAT_NAMES.map((format) => ['FILE', '--preset', 'strict', '--format', format]),
  ...Object.keys(AUDIT_FORMATS).map((format) => ['audit', 'FILE', '--format', format]),
  ['FILE', '--diff'],
  ['test', 'FILE'], ['test', 'FILE', '--format', 'json'], ['test', 'FILE', '--target', 'all', '--format', 'json'],
  ['resolve', 'FILE'], ['resolve', 'FILE', '--format', 'json'],
  ['migrate', 'FILE', '--to', 'valkey@8.1'], ['migrate', 'FILE', '--to', 'valkey@8.1', '--diff'], ['migrate', 'FILE', '--from', 'redis@3.2', '--to', 'redis@8.0', '--format', 'json'],
  ['acl', 'FILE'], ['acl', 'FILE', '--format', 'json'], ['acl', 'FILE', 'who', 'get'], ['acl', 'FILE', 'can', 'u', 'get', 'x'],
]
/** Last, because it changes the file. */
const FIX: readonly string[] = ['FILE', '--fix', '--format', 'json']
/** What tells the first problem only. An audit takes as long as all the others: it is asked with ALL=1. */
const FIRST_PROBLEM: readonly (readonly string[])[] = [['acl', 'FILE'], ['test', 'FILE'], ['resolve', 'FILE'], ...(process.env['ALL'] === undefined ? [] : [['audit', 'FILE']])]

async function everything(files: Readonly<Record<string, string>>, release: string, ways: readonly (readonly string[])[] = [...WAYS, FIX]): Promise<string> {
  const { run } = folder(files)
  const entry = Object.keys(files)[0] ?? ''
  let all = ''
  for (const words of ways) {
    const target = words.includes('--target') || words.includes('--to') ? [] : ['--target', release]
    const { out, err, code } = await run(...[...words, ...target].map((word) => (word === 'FILE' ? entry : word)))
    expect(code, words.join(' ')).toBeLessThanOrEqual(2)
    all += `\n=== ${words.join(' ')}\n${out}${err}`
  }
  return all
}

/** The command and the line that gave a text away; null: none did. */
function leakOf(all: string, secret: string): string | null {
  const at = all.indexOf(secret)
  if (at < 0) return null
  const head = all.lastIndexOf('\n=== ', at)
  return `${all.slice(head + 5, all.indexOf('\n', head + 1))}: ${all.slice(all.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? ''}`
}

type Shape = readonly [name: string, text: string]

/** `S` as a word of its own, or behind the name of a secret, is where the secret stands. */
const planted = (text: string, secret: string): string => text.replaceAll(/(?<![A-Z])S(?![A-Za-z_])/g, secret)

/** Together, each with a secret of its own, and one by one, as much tells nothing but the first problem. */
async function expectNoLeak(shapes: readonly Shape[], fileOf: (text: string) => Readonly<Record<string, string>>): Promise<void> {
  const ofOneRelease = [...WAYS.filter((words) => !words.includes('all')), FIX]
  for (const [release, secretOf, ways] of [['redis@6.0', (i: number) => `sek${i}t`, [...WAYS, FIX]], ['valkey@8.1', (i: number) => `Hunter${i}Secret99`, ofOneRelease]] as const) {
    const all = await everything(fileOf(shapes.map(([, text], i) => planted(text, secretOf(10 + i))).join('\n')), release, ways)
    expect(shapes.flatMap(([name], i) => leakOf(all, secretOf(10 + i))?.concat(` (${name})`) ?? [])).toEqual([])
  }
  for (const [name, text] of shapes) {
    expect(leakOf(await everything(fileOf(planted(text, 'sekR7t')), 'redis@6.0', FIRST_PROBLEM), 'sekR7t'), name).toBeNull()
  }
}

describe('a secret is shown in no way, however its line is broken', () => {
  const LINES: readonly Shape[] = [
    ['lines that end in a carriage return', 'bind 0.0.0.0\rrequirepass S\rport 6379\r'],
    ['a comment of such lines', '# mine\rrequirepass S\rport 6379\r'],
    ['such lines with quotes in them', 'bind 0.0.0.0\r# it\'s "\rrequirepass S\r# that\'s "all"\r'],
    ['no blank, but quotes', 'requirepass"S"'],
    ['nothing between name and password', 'requirepassS'],
    ['a blank that is none', 'requirepass\xc2\xa0S'],
    ['a user line of such blanks', 'user\xc2\xa0u\xc2\xa0on\xc2\xa0S'],
    ['a line in quotes', '"requirepass S"'],
    ['a user line in quotes', '"user u on S +get"'],
    ['a mark of byte order', '\xef\xbb\xbfrename-command CONFIG S'],
    ['what one types to a running server', 'config set requirepass S'],
    ['what one types to a shell', 'redis-cli -a S ping'],
    ['a variable of a shell', 'export REDIS_PASSWORD=S'],
    ['an abbreviation', 'redis_pw S'],
    ['a comment of another language', '; requirepass S'],
    ['an option', '--requirepass S'],
    ['a NUL byte before it', 'port 6379\0 requirepass S'],
    ['a line of nothing else', '\0requirepass S'],
    ['behind a port', 'port 6379 requirepass S'],
    ['behind save points', 'save 900 1 requirepass S'],
    ['behind an address', 'bind 127.0.0.1 requirepass S'],
    ['behind a size', 'maxmemory 1gb masterauth S'],
    ['behind an include', 'include requirepass S'],
    ['a slip behind a port', 'port 6379 requirpass=S'],
    ['a comment behind a password', 'requirepass x # old: S'],
    ['a comment behind a user', 'USER u on >S # old >S'],
    ['an argument of a module', 'loadmodule /m.so PASSWORD S'],
    ['several arguments of a module', 'loadmodule /m.so port 1 token=S auth S'],
    ['a password without its sigil', 'user u on S +get'],
    ['a sigil that stands apart', 'user u on > S +get'],
    ['a password in a selector', 'user u on (>S ~*) +get'],
    ['one without its sigil in a selector', 'user u on (S ~*) +get'],
    ['a selector in quotes', 'user u on "(>S ~*)" +get'],
    ['a user without a name', 'user >S on +get'],
    ['a user of tabs', 'user\tu\ton\t>S'],
    ['a URL', 'replicaof redis://admin:S@10.0.0.1 6379'],
  ]
  const COMMENTS: readonly Shape[] = [
    ['a slip', '# requirepas S'],
    ['a quote that is never closed', '# requirepass "S'],
    ['an apostrophe in a password', '#user x on >S\'x'],
    ['a command to a running server', '# CONFIG SET requirepass S'],
    ['a command line', '# try redis-cli -a S ping'],
    ['a command line with names', '# redis-server --port 1 --requirepass S'],
    ['a variable', '# export REDIS_PASSWORD=S'],
    ['two directives', '# port 6379 requirepass S'],
    ['a sentence that names it', '# the old password: S'],
    ['a URL', '# redis://:S@10.0.0.1:6379'],
  ]
  const SENTINEL: readonly Shape[] = [
    ['no master', 'sentinel auth-pass S'],
    ['glued', 'sentinel auth-pass=S'],
    ['a slip', 'sentinel auth_pas m S'],
    ['set as at run time', 'sentinel config-set auth-pass S'],
    ['behind a master', 'sentinel monitor m 127.0.0.1 6379 2 auth-pass S'],
    ['behind a known statement', 'sentinel down-after-milliseconds m 5000 requirepass S'],
  ]
  const ACL_LINES: readonly Shape[] = [
    ['a password alone', '>S'], ['a bare password alone', 'S'], ['a directive', 'requirepass=S'], ['tabs', 'user\tu\ton\t>S'],
    ['a tab before it', 'user u on ~*\t>S +get'], ['a selector', 'user v on (>S ~*) +get'], ['a bare one in a selector', 'user w on (~* S) +get'],
    ['no name', 'user >S on +get'], ['carriage returns', 'user x on >S\ruser y on >S\r'], ['a NUL byte', 'user z on ~*\0 >S +get'], ['a comment', '#user t on >S'],
  ]

  test.each([
    ['redis.conf', LINES, (text: string) => ({ 'redis.conf': `port 6379\n${text}\nbind 0.0.0.0\n` })],
    ['comments', COMMENTS, (text: string) => ({ 'redis.conf': `prot 6379\n${text}\nbind 0.0.0.0\n` })],
    ['sentinel.conf', SENTINEL, (text: string) => ({ 'sentinel.conf': `sentinel monitor m 127.0.0.1 6379 2\n${text}\n` })],
    ['an ACL file', ACL_LINES, (text: string) => ({ 'users.acl': `user u on nopass\n${text}\nuser q off\n` })],
    ['the ACL file of a server', ACL_LINES, (text: string) => ({ 'redis.conf': 'aclfile users.acl\n', 'users.acl': `user u on nopass\n${text}\n` })],
  ] as const)('%s', async (_, shapes, fileOf) => {
    await expectNoLeak(shapes, fileOf)
  }, 60_000)
})

describe('what a file or an argument holds steers nobody', () => {
  const ODD = '\x1b]0;pwn\x07\x9b2J\u{202e}\u{200b}'
  const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
  /** All but the newlines that make the lines of a text. */
  const STEERING = /[\0-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/u

  test.each([
    ['an ACL file', { 'users.acl': bytes(`user b${ODD} on nopass +@bogus${ODD} ~*\nuser c${ODD} on >p${ODD} +@all ~k${ODD}\nuser d (+get ~${ODD})\nbad${ODD}\n`) }],
    ['a name of a file', { [`r${ODD}.acl`]: 'user b on nopass +@bogus ~*\n' }],
    ['a name with a newline', { 'r\n::error::x.acl': 'user b on nopass +@bogus ~*\n' }],
    ['redis.conf', { 'redis.conf': bytes(`port${ODD} 1\nlogfile /no/${ODD}\nmaxmemory ${ODD}\nuser e${ODD} on nopass +@all ~*\nuser f${ODD} on ${ODD}\ndir /no/${ODD}\nbind x${ODD}\ninclude /no/${ODD}\n`) }],
    ['latin-1', { 'redis.conf': 'p\x9b2J 1\nuser e\x9b on nopass +@all +@\x9b ~*\n' }],
  ])('%s', async (_, files) => {
    const patches = ['--diff', '--fix']
    const all = await everything(files, 'redis@7.2', WAYS.filter((words) => !words.some((word) => patches.includes(word))))
    for (const line of all.split('\n')) {
      expect(line).not.toMatch(STEERING)
      expect(line).not.toMatch(/^::(?!(?:error|warning|notice) file=)/)
    }
  }, 60_000)

  test.each([[['--no-such\x1b[2J']], [['explain', 'x\n::error::y']], [['test', 'no\x1b[2J.conf']], [['resolve', 'redis.conf', 'x\u202e']], [['acl', 'redis.conf', 'can', 'x\n::error::y', 'get']], [['acl', 'redis.conf', 'x\x1b']],
    [['--format', 'x\n::error::y', 'redis.conf']], [['--target', 'redis@\x1b', 'redis.conf']]])('%j', async (words) => {
    const { run } = folder({ 'redis.conf': 'port 6379\n' })
    const { out, err } = await run(...words)
    expect(`${out}${err}`.split('\n').filter((line) => STEERING.test(line) || line.startsWith('::'))).toEqual([])
  })

  test('the library says what the server prints', async () => {
    const host = memoryHost({ 'redis.conf': 'user b on +@bo\x1bgus\n' })
    const { problems } = dryRun(await loadProject({ entry: 'redis.conf', host, target: 'redis@7.2' }))
    expect(problems.map(({ message, detail }) => `${message} ${detail ?? ''}`).join()).toContain('\x1b')
  })
})
