import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { globMatches } from '../../../src/model/acl/glob-match.ts'
import { minimalRules } from '../../../src/model/acl/minimize.ts'
import { loadedUsers, type LoadedUser } from '../../../src/model/acl/index.ts'
import { readCommandLog } from '../../../src/model/acl/command-log.ts'
import { dryRun, loadProject, memoryHost, type ServerModel } from '../../../src/model/index.ts'

async function serverOf(files: Readonly<Record<string, string>>, target = 'redis@7.2'): Promise<ServerModel> {
  const entry = 'redis.conf' in files ? 'redis.conf' : 'users.acl'
  return dryRun(await loadProject({ entry, host: memoryHost(files), target }))
}

async function userOf(rules: string, target?: string): Promise<LoadedUser> {
  const [user] = [...loadedUsers(await serverOf({ 'users.acl': `user u ${rules}\n` }, target))].filter(({ name }) => name === 'u')
  if (user === undefined) throw new Error('unreachable: the file declares u')
  return user
}

/** All answers were measured on servers of the release. */
describe('what rules come to', () => {
  test.each([
    ['redis@7.2', '+@read +get -get +@read +Get -@all +get +GET -@READ', '-@all +get -@read', '', ''],
    ['redis@7.2', '+config|get -config|get +client|list +client -client|list', '-@all -config|get +client -client|list', '', ''],
    ['redis@7.2', '+debug|object +debug|Object +debug|x -@admin', '-@all +debug|object +debug|x -@admin', '', ''],
    ['redis@7.0', '+@all +debug|object -debug +select|1', '+@all -debug', '', ''],
    ['redis@6.0', '-config +config|get +config', '-@all +config', '', '&*'],
    ['redis@6.0', '+debug|a|b +select|0 -select', '-@all +debug|a|b', '', '&*'],
    ['redis@7.2', '%R~x %W~x %rW~y ~y +@all &a &a', '+@all', '~x ~y', '&a'],
    ['redis@6.2', 'resetchannels &x ~a allkeys', '-@all', '~*', '&x'],
    ['redis@7.2', '~a &b +get reset', '-@all', '', ''],
  ])('%s: %s', async (target, rules, commands, keys, channels) => {
    const user = await userOf(rules, target)
    expect({ commands: user.commands, keys: user.keys, channels: user.channels }).toEqual({ commands, keys, channels })
  })

  test.each([
    ['redis@6.0', 'on', ['on']],
    ['redis@6.2', '+@all ~* nopass skip-sanitize-payload', ['off', 'allkeys', 'allchannels', 'allcommands', 'nopass', 'skip-sanitize-payload']],
    ['redis@7.0', 'on', ['on']],
    ['redis@7.2', 'on', ['on', 'sanitize-payload']],
    ['valkey@9.1', 'on sanitize-payload', ['on']],
  ])('%s flags of %s', async (target, rules, flags) => {
    expect((await userOf(rules, target)).flags).toEqual(flags)
  })

  test.each([
    ['>a >a', 1], ['>foobared #1b58ee375b42e41f0e48ef2ff27d10a5b1f6924a9acdcdba7cae868e7adce6bf', 1], ['>a nopass', 0], ['>a >b <a', 1], ['>', 1], ['>a resetpass >b', 1],
  ])('passwords of %s: %s', async (rules, count) => {
    expect((await userOf(rules)).passwords).toHaveLength(count)
  })
})

describe('what a user may run', () => {
  test.each([
    ['+@all ~a*', 'get a1', true], ['+@all ~a*', 'get b', false], ['+@all ~a* ~b', 'copy a1 b', true], ['+@all %R~a %W~b', 'copy a b', true],
    ['+@all %R~a %W~b', 'copy b a', false], ['+@all %W~k', 'set k v', true], ['+@all %W~k', 'set k v get', false], ['+@all %R~k', 'bitfield k get u8 0', true],
    ['+@all %R~k', 'bitfield k set u8 0 1', false], ['+@all ~k', 'eval s 1 k', true], ['+@all ~k', 'eval s 1 x', false], ['+@all ~k', 'eval s 0', true],
    ['+@all ~k', 'xread count 1 streams k 0', true], ['+@all ~k', 'xread streams k x 0 0', false], ['+@all ~k', 'migrate h 1 "" 0 1 keys k x', false], ['+@all ~k', 'migrate h 1 x 0 1 keys', false], ['+@all ~k', 'migrate h 1 x 0 1 keys y', true],
    ['+@all ~k', 'georadius k 0 0 1 m store x', false], ['+@all ~k', 'georadius k 0 0 1 store x y', true], ['+@all ~k', 'pfmerge x', true],
    ['+@all ~k', 'zunionstore k 1 x', false], ['+@all ~k', 'sort k store x', false], ['+@all ~k', 'sort k by w_*', false], ['+@all ~k %R~*', 'sort k by w_*', true],
    ['+@all &n*', 'subscribe news', true], ['+@all &n*', 'psubscribe n*', true], ['+@all &n*', 'psubscribe ne*', false], ['+@all &n*', 'publish x m', false],
    ['+select|0', 'select 0', true], ['+select|0', 'select 1', false], ['+config -config|set', 'config set a b', false], ['+config|get', 'CONFIG GET x', true],
    ['', 'auth x', true], ['+@all -@write ~*', 'flushall', false], ['(+get ~a) (+set ~b)', 'set b v', true], ['(+get ~a) (+set ~b)', 'set a v', false],
    ['+@all', 'config', false], ['+@all', 'nosuch', false], ['+@all ~*', 'get', false],
  ])('%s: %s is %s', async (rules, line, allowed) => {
    const [argv] = readCommandLog(line)
    expect((await userOf(rules)).can(argv ?? ['']).allowed).toBe(allowed)
  })

  test.each([
    ['db=1 +@all ~*', 'get k', false], ['db=0 +@all ~*', 'get k', true], ['db=1 +@all', 'ping', true], ['db=1 +@all', 'select 1', true], ['db=1 +@all', 'select 0', false],
    ['db=0 +@all', 'flushall', false], ['db=0 +@all', 'flushdb', true], ['db=1 +@all db=0 ~*', 'get k', true], ['db=1 (+get ~y)', 'get y', true], ['db=0 +@all ~*', 'copy a b db 1', false],
  ])('valkey@9.1, %s: %s is %s', async (rules, line, allowed) => {
    const [argv] = readCommandLog(line)
    expect((await userOf(rules, 'valkey@9.1')).can(argv ?? ['']).allowed).toBe(allowed)
  })

  test('the rule that decides is told, with its place', async () => {
    const user = await userOf('-@all +@read -get')
    expect(user.can(['get', 'k'])).toMatchObject({ allowed: false, because: { kind: 'rule', rule: { text: '-get' }, at: { path: 'users.acl', span: { start: 20, end: 24 } } } })
    expect((await userOf('+@all ~a')).can(['get', 'b'])).toMatchObject({ because: { kind: 'declaration', what: expect.stringContaining('read `b`') as string } })
  })
})

describe('what keeps users from being loaded', () => {
  test.each([
    ['redis@7.2', 'user a +nosuch +other ~x ~* ~y >p <q\n# c\nuser a on\n', ['acl 1', 'acl 1', 'acl 1', 'start 2', 'start 3']],
    ['redis@6.2', 'user a +nosuch <q\nuser a on\n', ['acl 1', 'acl 1']],
    ['redis@7.2', 'user a (+get\n', ['acl 1']],
    ['redis@7.2', 'user a on (+get\n', ['start 1']],
  ])('%s: an ACL file of %j', async (target, text, places) => {
    expect((await serverOf({ 'users.acl': text }, target)).problems.map(({ stage, line }) => `${stage} ${line}`)).toEqual(places)
  })

  test.each([
    ['redis@6.2', 'user a on <p', "Error in user declaration '<p': The password you are trying to remove from the user does not exist"],
    ['redis@7.2', 'user a <p', "Error in user declaration 'user': The password you are trying to remove from the user does not exist"],
    ['redis@7.2', 'user a on ~x (+get ~y', "Error in user declaration 'on': Wrong format"],
    ['redis@7.2', 'user a on\nuser a off', "Error in user declaration 'a': Duplicate user found. A user can only be defined once in config files"],
    ['redis@6.2', 'user a &x', "Error in user declaration '&x': Adding a pattern after the * pattern"],
    ['redis@7.2', 'user a +nosuch', 'Critical error while loading ACLs. Exiting.'],
  ])('%s: %j in a configuration', async (target, lines, message) => {
    const [problem] = (await serverOf({ 'redis.conf': `port 6379\n${lines}\n` }, target)).problems
    expect(problem?.message.startsWith(message)).toBe(true)
  })

  test.each(['redis@6.0', 'redis@7.0', 'redis@8.0', 'valkey@9.1'])('%s logs the rule that it does not know, and then that it gives up', async (target) => {
    expect((await serverOf({ 'redis.conf': 'port 6379\nuser a +nosuch\n' }, target)).problems).toMatchObject([
      { message: 'Critical error while loading ACLs. Exiting.', detail: "Error loading ACL rule '+nosuch' for the user named 'a': Unknown command or category name in ACL" },
    ])
  })

  test.each([
    ['requirepass secret\n', 'password', true], ['requirepass secret\nuser default >x\n', 'password', false], ['requirepass secret\naclfile users.acl\n', 'nopass', true], ['port 0\n', 'nopass', true],
  ])('the default user after %j: %s', async (conf, auth, enabled) => {
    expect((await serverOf({ 'redis.conf': conf, 'users.acl': 'user a on\n' })).users.get('default')).toMatchObject({ auth, enabled })
  })
})

describe('patterns', () => {
  test.each([
    ['a*', 'a', true], ['a?c', 'abc', true], ['[a-c]x', 'bx', true], ['[^a]x', 'ax', false], ['\\*', '*', true], ['\\*', 'a', false], ['[c-a]', 'b', true],
    ['[abc', 'c', true], ['', '', true], ['*', '', false], ['a*', '', false], ['a*', 'a', true], ['a**', 'a', true], ['a', 'A', false], ['[\\]]', ']', true], ['**a', 'xxa', true],
    // Chars are signed: from -23 to 97.
    ['[a-\xe9]', 'b', false], ['[a-\xe9]', '\xff', true], ['[a-\xe9]', 'A', true], ['[a-\xe9]', '\xe0', false], ['[\xe0-\xff]', '\xe9', true],
  ])('%s matches %s: %s', (pattern, text, matches) => {
    expect(globMatches(pattern, text)).toBe(matches)
  })

  test('many stars end in good time', () => {
    expect(globMatches('*a'.repeat(200), `${'a'.repeat(5000)}b`)).toBe(false)
  })
})

test('the tightest rules for a log allow every line of it', async () => {
  const user = await userOf('+@all ~* &*')
  const lines = ['get a:1', 'set a:2 v', 'mget a:1 b', 'config get x', 'subscribe news', 'psubscribe n*', 'eval s 1 k*', 'hgetall [x]', 'ping']
  await fc.assert(fc.asyncProperty(fc.subarray(lines, { minLength: 1 }), async (some) => {
    const log = readCommandLog(some.join('\n'))
    const { commands, keys, channels, unusable } = minimalRules(log, user.terms)
    expect(unusable).toEqual([])
    const minimal = await userOf(['on', ...keys, ...channels, ...commands].join(' '))
    for (const argv of log) expect(minimal.can(argv).allowed, argv.join(' ')).toBe(true)
    expect(minimal.can(['flushall']).allowed).toBe(false)
  }), { numRuns: 40 })
})
