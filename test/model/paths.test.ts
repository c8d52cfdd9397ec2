import { describe, expect, test } from 'vitest'
import { dryRun, loadProject, memoryHost, type ServerModel } from '../../src/model/index.ts'
import { refusal, starts } from './starts.ts'

const FILES = { 'f': '', 'ok.sh': '', 'sub/x': '', 'c.pem': '', 'k.pem': '', 'ca.pem': '' }

/** All measured, with 6.0.16, 7.0.15 and valkey 9.1.2 at least: a path is walked name by name, and each but the last must be a folder. */
describe('a path that is no way to a file', () => {
  test.each([
    ['include f/', "Fatal error, can't open config file 'f/': Not a directory"],
    ['include f/x', "Fatal error, can't open config file 'f/x': Not a directory"],
    ['include f/../f', "Fatal error, can't open config file 'f/../f': Not a directory"],
    ['include sub/../f/.', "Fatal error, can't open config file 'sub/../f/.': Not a directory"],
    ['include nodir/../f', "Fatal error, can't open config file 'nodir/../f': No such file or directory"],
    ['include nofile/', "Fatal error, can't open config file 'nofile/': No such file or directory"],
    ['include sub/../f', null],
    ['dir f/x', 'Not a directory'],
    ['dir f/.', 'Not a directory'],
    ['dir nodir/x', 'No such file or directory'],
    ['dir sub/../sub/.', null],
    ['logfile f/', "Can't open the log file: Is a directory"],
    ['logfile nofile/', "Can't open the log file: Is a directory"],
    ['logfile sub/.', "Can't open the log file: Is a directory"],
    ['logfile f/.', "Can't open the log file: Not a directory"],
    ['logfile f/x', "Can't open the log file: Not a directory"],
    ['logfile f/../x', "Can't open the log file: Not a directory"],
    ['logfile nofile/.', "Can't open the log file: No such file or directory"],
    ['logfile nodir/x/', "Can't open the log file: No such file or directory"],
    ['logfile sub/../x', null],
    ['unixsocket f', null],
    ['unixsocket sub', 'Failed opening Unix socket: bind: Address already in use'],
    ['unixsocket sub/.', 'Failed opening Unix socket: bind: Address already in use'],
    ['unixsocket f/', 'Failed opening Unix socket: bind: Address already in use'],
    ['unixsocket s/', 'Failed opening Unix socket: bind: No such file or directory'],
    ['unixsocket nodir/../s', 'Failed opening Unix socket: bind: No such file or directory'],
    ['unixsocket f/.', 'Failed opening Unix socket: bind: Not a directory'],
    ['unixsocket f/../s', 'Failed opening Unix socket: bind: Not a directory'],
    ['unixsocket /no/such/s', null],
    ['aclfile f/', "Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'f/': Not a directory"],
    ['aclfile f/.', "Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'f/.': Not a directory"],
    ['aclfile f/x', "Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'f/x': Not a directory"],
    ['aclfile nofile/', "Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'nofile/': No such file or directory"],
    ['aclfile nodir/../f', "Aborting Redis startup because of ACL errors: Error loading ACLs, opening file 'nodir/../f': No such file or directory"],
    ['loadmodule ""', "Can't load module from : server aborting"],
    ['loadmodule sub', "Can't load module from sub: server aborting"],
    ['loadmodule ok.sh/', "Can't load module from ok.sh/: server aborting"],
    ['loadmodule ok.sh/x', "Can't load module from ok.sh/x: server aborting"],
    ['loadmodule nodir/../ok.sh', "Can't load module from nodir/../ok.sh: server aborting"],
  ])('%s: %s', async (line, expected) => {
    expect(refusal(await starts({ ...FILES, 'redis.conf': `${line}\n` }, 'redis@7.0'))).toBe(expected === null ? null : `refused: ${expected}`)
  })

  test('before 7.0 the text of a socket file begins otherwise', async () => {
    expect(refusal(await starts({ ...FILES, 'redis.conf': 'unixsocket sub\n' }, 'redis@6.2'))).toBe('refused: Opening Unix socket: bind: Address already in use')
  })

  test.each([['tls-cert-file c.pem/', 'k.pem', 'ca.pem'], ['tls-cert-file c.pem', 'k.pem/', 'ca.pem'], ['tls-cert-file c.pem', 'k.pem', 'c.pem/../ca.pem']])('%s, key %s, CA %s', async (cert, key, ca) => {
    const text = `tls-port 1\n${cert}\ntls-key-file ${key}\ntls-ca-cert-file ${ca}\n`
    expect((await starts({ ...FILES, 'redis.conf': text }, 'redis@7.0')).problems.map(({ code }) => code)).toEqual(['unusable-certificate'])
  })
})

test('below a folder that is not on this machine nothing is known', async () => {
  const text = 'dir /srv/redis\naclfile users.acl\nlogfile log/redis.log\nloadmodule m.so\n'
  const server = await starts(text, 'redis@7.2')
  expect(refusal(server)).toBe(null)
  expect(server.assumed.map(({ path }) => path)).toEqual(['/srv/redis', '/srv/redis/log', '/srv/redis/m.so', '/srv/redis/users.acl'])
})

/** The same files with permission bits. */
async function startsWithModes(text: string, mode: number, target: string): Promise<ServerModel> {
  const host = memoryHost({ 'redis.conf': text, 'm.so': '' })
  return dryRun(await loadProject({ entry: 'redis.conf', host: { ...host, stat: () => Promise.resolve({ mode, uid: 0, gid: 0 }) }, target }))
}

test.each([
  ['redis@5.0', 0o644, []],
  ['redis@6.0', 0o644, ['Module m.so failed to load: It does not have execute permissions.']],
  ['valkey@9.1', 0o644, ['Module m.so failed to load: It does not have execute permissions.']],
  ['valkey@9.1', 0o654, []],
])('%s loads a module of mode %o: %j', async (target, mode, expected) => {
  expect((await startsWithModes('loadmodule m.so\n', mode, target)).problems.map(({ detail }) => detail)).toEqual(expected)
})
