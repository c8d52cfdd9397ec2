import { describe, expect, test } from 'vitest'
import { loadedUsers } from '../../../src/model/acl/index.ts'
import { dryRun, loadProject, memoryHost, type ServerModel } from '../../../src/model/index.ts'

async function serverOf(files: Readonly<Record<string, string>>, target: string): Promise<ServerModel> {
  const [entry = ''] = Object.keys(files)
  return dryRun(await loadProject({ entry, host: memoryHost(files), target }))
}

const ofConf = async (lines: string, target: string): Promise<ServerModel> => serverOf({ 'redis.conf': `timeout 0\n${lines}\n` }, target)
const ofFile = async (lines: string, target: string): Promise<ServerModel> => serverOf({ 'redis.conf': 'aclfile users.acl\n', 'users.acl': `${lines}\n` }, target)

/** The servers a row was seen on, where it says no more: 7.0.15, 8.0.2, 8.0.6, valkey 8.0.1, 8.1.1, 9.1.2. */
const FROM_7 = ['redis@7.2', 'redis@8.0.6', 'valkey@8.0', 'valkey@9.1']

describe('a selector that is not closed is found before any rule is tried', () => {
  test.each([
    ['user a bad (+get', "'a': Wrong format"],
    ['user a on +get bad ~x (+get ~y', "'bad': Wrong format"],
    ['user a on +nosuch (+get', "'on': Wrong format"],
    ['user a (+get ~x (+set ~y', "'user': Wrong format"],
    ['user a "(+get\\x00" on', "'user': Wrong format"],
    ['user a on\nuser a (+get', "'a': Duplicate user found. A user can only be defined once in config files"],
  ])('%s', async (lines, message) => {
    for (const target of FROM_7) expect((await ofConf(lines, target)).problems[0]?.message, target).toBe(`Error in user declaration ${message}`)
  })

  // 7.0.15 forgets the first bracket. Its text is that of LANG=C.UTF-8; with LC_ALL=C it is "Wrong format".
  test.each([['user a on (+get ~x (+set ~y', '(+get'], ['user a (+get ~x (+set ~y', '(+get'], ['user a on (+get ~x', 'a']])('7.0, %s', async (lines, named) => {
    expect((await ofConf(lines, 'redis@7.0')).problems[0]?.message).toBe(`Error in user declaration '${named}': Unknown command or category name in ACL`)
  })

  test.each([
    ['user b on +nosuch', true], ['user b on +nosuch\nuser c on +get', true], ['user b on (+@nosuch)\nsave 10 1\nhz 10\ndir .', true], ['user b on +nosuch\nmaxmemory-clients 5%', true],
    ['user b on +nosuch\nmaxmemory 100mb', false], ['user b on +nosuch\nclient-output-buffer-limit normal 1mb 1mb 1', false], ['user b on +nosuch\nunixsocketperm 700', false],
    ['user b on +nosuch\nlatency-tracking-info-percentiles 50', false], ['user b on +nosuch\nmaxmemory-clients 5mb', false], ['user b on +nosuch\nmaxmemory 1mb\nuser c on +nosuch', true],
  ])('after %j it is told as an unknown name: %s', async (lines, isUnknown) => {
    for (const target of FROM_7) {
      const { problems: [problem] } = await ofConf(`${lines}\nuser a on (+get`, target)
      expect(problem?.message, target).toBe(`Error in user declaration 'a': ${isUnknown ? 'Unknown command or category name in ACL' : 'Wrong format'}`)
    }
  })

  test('reading db= clears what an unknown name has left (valkey 9.1.2)', async () => {
    expect((await ofConf('user b on +nosuch db=1\nuser a on (+get', 'valkey@9.1')).problems[0]?.message).toContain('Wrong format')
    expect((await ofConf('user b on +nosuch (db=1 +get)\nuser a on (+get', 'valkey@9.1')).problems[0]?.message).toContain('Wrong format')
    expect((await ofConf('user b on db=1 (+nosuch db=1)\nuser a on (+get', 'valkey@9.1')).problems[0]?.message).toContain('Unknown command')
    expect((await ofConf('user b on db=1 +nosuch\nuser a on (+get', 'valkey@9.1')).problems[0]?.message).toContain('Unknown command')
  })
})

describe('a user line', () => {
  test.each([
    ['USER a bad', "line: Error in user declaration 'user': Syntax error"],
    ['user a on (\'""\' +get)', "line: Error in user declaration 'a': Syntax error"],
    ['user a on "(\\"\\")"', "line: Error in user declaration 'a': Syntax error"],
    ['user a on "" +get', 'starts'],
    ['user a "on\\x00x" "~*\\x00b" "+get\\x00b" "+@read\\x00b" "&*\\x00" "+select|0\\x001"', 'starts'],
    ['user a on "%R~x\\x00"', "line: Error in user declaration 'a': Syntax error"],
    ['user a on "\\x00on"', "line: Error in user declaration 'a': Syntax error"],
    ['user a ">p\\x00w" on bad', "line: Error in user declaration '>p': Syntax error"],
    ['user a on (+get "~x\\x00)"', "line: Error in user declaration 'a': Syntax error"],
    // The message is cut at 1023 chars.
    [`user ${'n'.repeat(1500)} on bad`, `line: Error in user declaration '${'n'.repeat(1023 - 27)}`],
    [`user ${'n'.repeat(1500)} bad`, "line: Error in user declaration 'user': Syntax error"],
  ])('%s', async (lines, expected) => {
    for (const target of FROM_7) {
      const { problems: [problem] } = await ofConf(lines, target)
      expect(problem === undefined ? 'starts' : `${problem.stage}: ${problem.message}`, target).toBe(expected)
    }
  })

  // 6.0.16: words are not put together, and the bad one is named.
  test.each([['user a on (+get "~x\\x00)"', '(+get'], ['user a on "ba\\x00d"', 'ba'], ['user a "(+get ~x)"', '(+get ~x)']])('6.0, %s', async (lines, named) => {
    expect((await ofConf(lines, 'redis@6.0')).problems[0]?.message).toBe(`Error in user declaration '${named}': Syntax error`)
  })

  test('what follows a NUL is not part of a selector\'s word', async () => {
    const [user] = [...loadedUsers(await ofConf('user a on (+get "~x\\x00y" ~z)', 'redis@7.2'))]
    expect(user?.selectors).toEqual([{ commands: '-@all +get', keys: '~x ~z', channels: '', databases: 'alldbs' }])
  })

  // redis 8.0.2, 8.0.6: vector sets come with a module, after the file was read.
  test.each([
    ['user a on +vadd|', "start: Error loading ACL rule '+vadd|' for the user named 'a': Syntax error"],
    ['user a on (+vadd on)', "start: Error loading ACL rule '(+vadd on)' for the user named 'a': Syntax error"],
    ['user a on +vadd -vsim', 'starts'],
  ])('redis 8.0, %s', async (lines, expected) => {
    const { problems: [problem] } = await ofConf(lines, 'redis@8.0')
    expect(problem === undefined ? 'starts' : `${problem.stage}: ${problem.detail ?? ''}`).toBe(expected)
  })

  // valkey 9.1.2
  test.each([
    ['db=-1', 'The provided database ID is out of range'], ['db=0,-1', 'The provided database ID is out of range'], ['db=-1,x', 'The provided database ID is out of range'],
    ['db=x,-1', 'Syntax error'], ['db=-99999999999999999999', 'The provided database ID is out of range'], ['db=-0', null], ['db=--1', 'Syntax error'], ['db=-', 'Syntax error'],
  ])('valkey 9.1, %s', async (rule, text) => {
    const { problems: [problem] } = await ofConf(`user a on ${rule}`, 'valkey@9.1')
    expect(problem?.message ?? null).toBe(text === null ? null : `Error in user declaration 'a': ${text}`)
  })
})

describe('an ACL file', () => {
  const found = ({ problems }: ServerModel): string[] => problems.map(({ stage, line, message, crash }) => `${crash ? 'crash' : stage} ${line} ${message}`)
  const BAD_NAME = 'username contains invalid characters'

  test.each([
    // A bad name ends its line.
    ['user a\tb on +nosuch bad', [`start 1 ${BAD_NAME}`]],
    ['user a\tb on\nuser a\tb on', [`start 1 ${BAD_NAME}`, `start 2 ${BAD_NAME}`]],
    ['user a\tb on (+get', [`start 1 ${BAD_NAME}`]],
    // Where it dies on the way nothing is told.
    ['user b on bad\nuser a on (+get', ['crash 2 the server dies of SIGSEGV', 'acl 1 Syntax error']],
    ['user b on\nuser b on (+get', ["start 2 Duplicate user 'b' found"]],
    ['user a on ("" +get)', ['acl 1 Syntax error']],
  ])('%j', async (lines, expected) => {
    for (const target of FROM_7) expect(found(await ofFile(lines, target)), target).toEqual(expected)
  })

  // 6.0.16: one error a word, and `~x)` is a pattern.
  test.each([
    ['user a (+get ~x) (&y)', ['acl 1 Syntax error', 'acl 1 Syntax error']],
    ['user a on (+nosuch +@foo bad ~x', ['acl 1 Syntax error', 'acl 1 Unknown command or category name in ACL', 'acl 1 Syntax error']],
    ['user a on ~x) >p', []],
  ])('6.0, %j', async (lines, expected) => {
    const server = await ofFile(lines, 'redis@6.0')
    expect(found(server)).toEqual(expected)
    expect([...loadedUsers(server)][0]?.keys).toBe(lines.includes('~x)') ? '~x)' : '~x')
  })
})
