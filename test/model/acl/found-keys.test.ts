import { describe, expect, test } from 'vitest'
import { readCommandLog } from '../../../src/model/acl/command-log.ts'
import { loadedUsers, type LoadedUser } from '../../../src/model/acl/index.ts'
import { dryRun, loadProject, memoryHost } from '../../../src/model/index.ts'

async function userOf(rules: string, target: string): Promise<LoadedUser> {
  const server = dryRun(await loadProject({ entry: 'users.acl', host: memoryHost({ 'users.acl': `user u ${rules}\n` }), target }))
  const user = [...loadedUsers(server)].find(({ name }) => name === 'u')
  if (user === undefined) throw new Error('unreachable: the file declares u')
  return user
}

async function allows(rules: string, line: string, target: string): Promise<boolean> {
  const [argv] = readCommandLog(line)
  return (await userOf(rules, target)).can(argv ?? ['']).allowed
}

/** Seen alike on 7.0.15, 8.0.6, valkey 8.0.1, 8.1.1, 9.1.2, by ACL DRYRUN. */
const FROM_7 = ['redis@7.0', 'redis@8.0.6', 'valkey@8.0', 'valkey@8.1', 'valkey@9.1']

describe('the keys of a command line', () => {
  test.each([
    // A number of keys that the specification cannot read is read with atoi, and any pattern will do.
    ...['01', '+1', '" 1"', '"1 "', '1x', '1.0', '1e0', '4294967297'].flatMap((count) => [
      ['+@all ~x', `eval s ${count} y`, false] as const, ['+@all ~x', `zunion ${count} y`, false] as const, ['+@all ~x', `zunionstore x ${count} y`, false] as const,
      ['+@all ~x', `lmpop ${count} x left`, true] as const,
    ]),
    ['+@all %R~x', 'lmpop 01 x left', true], ['+@all %W~x', 'zunionstore x 01 x', true], ['+@all ~x', 'zunionstore y 01 x', false],
    ['+@all ~x', 'eval s 0x1 y', true], ['+@all ~x', 'eval s -1 y', true], ['+@all ~x', 'eval s x y', true], ['+@all ~x', 'eval s 2 y', true], ['+@all ~x', 'eval s 02 y', true],
    ['+@all ~x', 'sintercard 01 y', false], ['+@all ~x', 'fcall f 01 y', false],
    // The word behind STORE is looked at again.
    ['+@all ~x ~store', 'sort x store store y', false], ['+@all ~x ~y', 'sort x store store y', true], ['+@all ~x ~limit', 'sort x store limit store y', true],
    ['+@all %W~x', 'set x v ifeq z', true], ['+@all %W~x', 'set x v GET', false],
    // The specification knows no COUNT that takes a word.
    ['+@all ~x', 'xread count streams y 0', false],
  ] as const)('%s: %s is %s', async (rules, line, allowed) => {
    for (const target of FROM_7) expect(await allows(rules, line, target), target).toBe(allowed)
  })

  test.each([
    // 4294967297: the low 32 bits count, and then the access; later it is no number that makes sense.
    ['redis@7.0', '+@all %R~x', 'lmpop 4294967297 x left', false], ['valkey@8.1', '+@all %R~x', 'lmpop 4294967297 x left', false],
    ['redis@8.0', '+@all %R~x', 'lmpop 4294967297 x left', true], ['valkey@9.1', '+@all %R~x', 'lmpop 4294967297 x left', true],
    ['valkey@9.1', '+@all ~x', 'msetex 01 y v', true], ['valkey@9.1', '+@all ~x', 'msetex 1 y v', false],
    // 8.0.2, not 8.0.6
    ['redis@8.0.2', '+@all ~x', 'xread foo streams y 0', true], ['redis@8.0.6', '+@all ~x', 'xread foo streams y 0', false], ['redis@8.0.2', '+@all ~x', 'xread count streams y 0', true],
    ['redis@8.0.2', '+@all ~x', 'xreadgroup group streams c streams x 0', true], ['redis@8.0.2', '+@all %W~x', 'xread streams x 0', false],
    ['redis@8.0.2', '+@all ~x', 'georadius x 1 1 1 m store y store x', true], ['redis@8.0.6', '+@all ~x', 'georadius x 1 1 1 m store y store x', false],
    ['redis@8.0.2', '+@all ~x', 'georadius x 1 1 1 store y', true], ['valkey@9.1', '+@all ~x', 'georadius x 1 1 1 store y', false],
    ['redis@8.0.2', '+@all ~x ~store', 'sort x store store y', true], ['redis@8.0.2', '+@all ~x ~limit', 'sort x store limit store y', false],
    // 6.0.16
    ['redis@6.0', '+@all ~x', 'eval s 1x y', false], ['redis@6.0', '+@all ~x', 'eval s 4294967297 y', false], ['redis@6.0', '+@all ~x', 'eval s 0x1 y', true],
    ['redis@6.0', '+@all ~x', 'xreadgroup group streams c streams x 0', true], ['redis@6.0', '+@all ~x', 'xread foo streams y 0', true], ['redis@6.0', '+@all ~x', 'xread block 0 noack streams y 0', false],
    ['redis@6.0', '+@all ~x', 'stralgo lcs strings keys y z', true], ['redis@6.0', '+@all ~x', 'stralgo lcs keys x y', false], ['redis@6.0', '+@all ~x', 'stralgo keys y y z', false],
    ['redis@6.0', '+@all ~x', 'migrate h 1 y 0 1 keys x', false], ['redis@6.0', '+@all ~x', 'migrate h 1 "" 0 1 keys', true], ['redis@6.0', '+@all ~x', 'migrate h 1 "" 0 1 auth keys y', false],
    ['redis@6.0', '+@all ~x', 'sort x store store y', false], ['redis@6.0', '+@all ~x', 'georadius x 1 1 1 store y', false],
  ])('%s, %s: %s is %s', async (target, rules, line, allowed) => {
    expect(await allows(rules, line, target)).toBe(allowed)
  })
})

// The empty key is matched by no star: 6.0.16 to 9.1.2.
test.each([
  ['+@all ~** ~a*', 'get ""', false], ['+@all %R~*', 'get ""', false], ['+@all ~', 'get ""', true], ['+@all ~*', 'get ""', true], ['+@all &**', 'publish "" m', false], ['+@all &', 'publish "" m', true],
])('%s: %s is %s', async (rules, line, allowed) => {
  for (const target of FROM_7) expect(await allows(rules, line, target), target).toBe(allowed)
})

// 7.0.15 to 9.1.2: only ASCII letters have a case.
test('first arguments that differ in more than the case of ASCII letters are two', async () => {
  for (const target of FROM_7) {
    const user = await userOf('+select|Ab\xc9 +select|aB\xe9', target)
    expect(user.can(['select', 'AB\xe9']).allowed, target).toBe(true)
    expect(user.can(['select', 'ab\xc9']).allowed, target).toBe(true)
    const one = await userOf('+select|Ab\xc9', target)
    expect(one.can(['select', 'ab\xe9']).allowed, target).toBe(false)
  }
  expect((await userOf('+select|\xc9 +select|\xe9', 'redis@7.2')).commands).toBe('-@all +select|\xc9 +select|\xe9')
})

/** valkey 9.1.2 */
describe('databases', () => {
  test.each([['db=2,1,2', 'db=1,2'], ['resetdbs', ''], ['alldbs', 'alldbs'], ['db=10,9', 'db=9,10']])('%s is printed %j', async (rules, databases) => {
    const user = await userOf(`${rules} (${rules} +get)`, 'valkey@9.1')
    expect([user.databases, user.selectors[0]?.databases]).toEqual([databases, databases])
  })

  test.each([
    ['db=0', 'select 01', true], ['db=0', 'select 1', false], ['db=0', 'swapdb 0 01', true], ['db=0', 'move k 01', true], ['db=0', 'copy a b db 01', true],
    ['db=0', 'copy a b db 1 db x', true], ['db=0', 'copy a b foo db 1', true], ['db=0', 'copy a b db 1 foo', true], ['db=0', 'copy a b db 1 db', true], ['db=0', 'copy a b db 1 db 99', true],
    ['db=0', 'copy a b db 1 db 0', false], ['db=0,1', 'copy a b db 1 db 15', false], ['db=0,1', 'copy a b db 15 db 1', false], ['db=0', 'copy a b replace DB 1', false], ['db=0,1', 'copy a b db 1 replace', true],
  ])('%s: %s is %s', async (rules, line, allowed) => {
    expect(await allows(`+@all ~* ${rules}`, line, 'valkey@9.1')).toBe(allowed)
  })
})
