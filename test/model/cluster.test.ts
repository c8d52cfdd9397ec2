import { describe, expect, test } from 'vitest'
import { starts } from './starts.ts'

const FILES = { f: '', 'sub/x': '', 'c.pem': '', 'k.pem': '' }

const first = async (text: string, target: string): Promise<string | undefined> =>
  (await starts({ ...FILES, 'redis.conf': `cluster-enabled yes\n${text}\n` }, target)).problems[0]?.message

/** Measured: 6.0.16, 7.0.15, 8.0.2, 8.0.6, valkey 8.0.1, 8.1.1, 9.1.2. */
describe('the file of nodes', () => {
  test.each(['redis@6.0', 'redis@7.0', 'redis@8.0', 'valkey@9.1'])('%s opens it to lock it', async (target) => {
    const reasons = await Promise.all(['nodir/n', 'sub', 'f/', 'n/', 'f/n', 'n', 'sub/n', 'f', '/no/such/n'].map((path) => first(`cluster-config-file ${path}`, target)))
    expect(reasons.map((text) => text?.replace('in order to acquire a lock', '…'))).toEqual([
      "Can't open nodir/n …: No such file or directory", "Can't open sub …: Is a directory", "Can't open f/ …: Is a directory",
      "Can't open n/ …: Is a directory", "Can't open f/n …: Not a directory", undefined, undefined, undefined, undefined,
    ])
  })

  test.each(['redis@6.0', 'redis@7.0', 'redis@8.0'])('an empty name in %s', async (target) => {
    expect(await first('cluster-config-file ""', target)).toBe("Can't open  in order to acquire a lock: No such file or directory")
    expect((await starts('cluster-config-file ""\n', target)).starts).toBe(true)
  })

  test.each(['valkey@8.0', 'valkey@9.1'])('%s refuses an empty name at its line', async (target) => {
    expect((await starts('cluster-config-file ""\n', target)).problems).toMatchObject([{ stage: 'line', line: 1, message: "cluster-config-file can't be empty" }])
  })
})

describe('the ports and addresses of a node', () => {
  const tooHigh = (server: string, limit: string): string =>
    `${server} port number too high. Cluster communication port is 10,000 port numbers higher than your ${server} port. Your ${server} port number must be ${limit}.`
  test.each([
    ['port 60000', 'redis@5.0', tooHigh('Redis', 'lower than 55535')],
    ['port 60000', 'redis@6.0', tooHigh('Redis', 'lower than 55535')],
    ['port 60000', 'redis@6.2', tooHigh('Redis', '55535 or less')],
    ['port 60000', 'redis@7.0', tooHigh('Redis', '55535 or less')],
    ['port 60000', 'valkey@9.1', tooHigh('Valkey', '55535 or less')],
    ['port 55535', 'redis@7.0', undefined],
    ['port 60000\ncluster-port 7000', 'redis@7.0', undefined],
    ['bind ""\nunixsocket s', 'redis@7.0', 'No bind address is configured, but it is required for the Cluster bus.'],
    ['bind ""\nunixsocket s', 'valkey@9.1', 'No bind address is configured, but it is required for the Cluster bus.'],
  ])('%j on %s: %s', async (text, target, expected) => {
    expect(await first(text, target)).toBe(expected)
  })
})

/** Which of two faults a server names: measured, all seven. */
describe('the order of what is tried', () => {
  const OTHERS = ['user a +nosuch', 'loadmodule no.so', 'x.y 1', 'tls-port 7778', 'bind 127.0.0.1 127.0.0.1', 'bind ""', 'unixsocket nodir/s']
  test.each(['redis@7.2', 'redis@8.0', 'valkey@8.0', 'valkey@9.1'])('%s looks at the port of a node first', async (target) => {
    for (const other of OTHERS) expect(await first(`port 60000\n${other}`, target), other).toMatch(/port number too high/)
  })

  test.each([
    ['redis@6.0', 'Opening Unix socket: bind: No such file or directory'],
    ['redis@7.0', 'Failed opening Unix socket: bind: No such file or directory'],
  ])('%s opens the sockets of clients first', async (target, message) => {
    expect(await first('port 60000\nunixsocket nodir/s', target)).toBe(message)
    expect(await first('port 60000\ntls-port 7778', target)).toBe('Failed to configure TLS. Check logs for more info.')
    expect(await first('port 60000\nuser a +nosuch\nloadmodule no.so', target)).toMatch(/port number too high/)
  })

  test.each([
    ['redis@6.0', 'Could not create server TCP listening socket 127.0.0.1:7778: bind: Address already in use'],
    ['redis@7.0', 'Failed listening on port 7778 (TLS), aborting.'],
    ['redis@7.2', 'Failed opening Unix socket: bind: No such file or directory'],
    ['valkey@9.1', 'Failed opening Unix socket: bind: No such file or directory'],
  ])('%s, socket file or TLS: %s', async (target, message) => {
    const text = 'port 0\ntls-port 7778\ntls-cert-file c.pem\ntls-key-file k.pem\ntls-auth-clients no\nbind 127.0.0.1 127.0.0.1\nunixsocket nodir/s\n'
    expect((await starts({ ...FILES, 'redis.conf': text }, target)).problems[0]?.message).toBe(message)
  })

  test.each(['redis@7.0', 'redis@8.0', 'valkey@9.1'])('%s opens the log before it looks at replicaof', async (target) => {
    expect(await first('logfile nodir/x\nreplicaof 127.0.0.1 1', target)).toBe("Can't open the log file: No such file or directory")
  })
})
