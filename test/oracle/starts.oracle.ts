import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerOfModel, comparable } from './agreement.ts'
import { answerOf, plainSettings, type Answer } from './answer.ts'
import type { OracleCase } from './cases.ts'
import { installedServers, NO_SERVERS, type OracleServer } from './servers.ts'

const servers = installedServers()

/** Lines worth mixing: right and wrong, early and late. Each server sees names that it does not know. */
const LINES: readonly string[] = [
  'maxmemory 1gb', 'maxmemory 1tb', 'maxmemory 10', 'timeout 5', 'timeout 05', 'timeout -1', 'tcp-keepalive 1k', 'hz 10', 'databases 4', 'appendonly no', 'appendonly maybe',
  'save 900 1', 'save 900', 'save ""', 'save 60 10000 300 10', 'loglevel verbose', 'loglevel Info', 'maxmemory-policy allkeys-lfu', 'unixsocketperm 0700', 'unixsocketperm 9',
  'client-output-buffer-limit pubsub 1mb 1mb 10', 'client-output-buffer-limit slave 1mb 1mb 10', 'client-output-buffer-limit normal 1tb 0 0', 'notify-keyspace-events KEA', 'notify-keyspace-events Q',
  'bind 127.0.0.1', 'bind 127.0.0.1 # vpn', 'bind "127.0.0.1 -::1"', 'port 7001', 'port 70000', 'replica-priority 50', 'slave-priority 60', 'min-slaves-to-write 1', 'lua-time-limit 100', 'hash-max-ziplist-entries 5',
  'rename-command FLUSHALL ""', 'rename-command FLUSHALL x', 'rename-command CONFIG2 x', 'rename-command KEYS get', 'include a.conf', 'include b*.conf', 'include none.conf', 'include none*.conf', 'dir sub', 'dir none',
  'tls-port 7002', 'tls-cert-file c.crt', 'tls-replication yes', 'user app on nopass ~* +get', 'user app off', 'user x on +nosuch', 'aclfile users.acl', 'acl-pubsub-default allchannels', 'enable-debug-command local', 'protected-mode no',
  'locale-collate ""', 'io-threads 2', 'io-threads 200', 'latency-tracking-info-percentiles 50 99', 'shutdown-on-sigint nosave now', 'oom-score-adj-values 0 100 200', 'max.memory 1gb', 'maxmemry 1gb', 'nosuch', 'cluster-enabled yes',
  'syslog-ident "a b"', "syslog-ident it's", 'syslog-ident "a"b', 'syslog-ident a\xff', 'syslog-ident a\0b', 'syslog-ident "\\x41"', '# a comment', '', '   \t', 'list-max-ziplist-entries 1', 'commandlog-slow-execution-max-len 5', 'slowlog-max-len 7',
]
const OTHER_FILES = { 'a.conf': 'timeout 9\nsave 10 1\n', 'b1.conf': 'maxclients 100', 'b2.conf': '00\ntimeout 7\n', 'sub/a.conf': 'timeout 8\n', 'users.acl': 'user default on nopass ~* &* +@all\n' }

const configuration: fc.Arbitrary<OracleCase> = fc.record({
  lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 6 }),
  end: fc.constantFrom('\n', '\r\n'),
}).map(({ lines, end }) => ({ files: { 'redis.conf': `${lines.join(end)}${end}`, ...OTHER_FILES } }))

/** Redis 6.0 names the two texts of `user` and ACL errors otherwise than its log; elsewhere the model says what the server says. */
async function expectAgreement(server: OracleServer, given: OracleCase, plain: Readonly<Record<string, string>>): Promise<void> {
  const said = await answerOf(server, given, plain)
  if (said === null) return
  const asked = said.started && said.settings !== null
  expect(withoutMessage(await answerOfModel(given, server.target), asked)).toEqual(withoutMessage(said, asked))
}

function withoutMessage(answer: Answer, asked: boolean): unknown {
  return comparable(answer.started ? answer : { ...answer, message: '' }, asked)
}

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : 'what the model says of a start', () => {
  describe.each(servers)('$name', (server) => {
    test('random configurations', async () => {
      const plain = await plainSettings(server)
      await fc.assert(fc.asyncProperty(configuration, (given) => expectAgreement(server, given, plain)), { numRuns: Number(process.env['ORACLE_RUNS'] ?? 60) })
    })

    test.each(server.stock)('%s of the package', async (path) => {
      const text = withoutMachine(readFileSync(path, 'latin1'))
      const name = basename(path)
      await expectAgreement(server, { files: { [name]: text }, ...(name === 'sentinel.conf' ? { sentinel: true } as const : {}) }, await plainSettings(server))
    })
  })

  test('stock files of every release on every server', async () => {
    for (const server of servers) {
      const plain = await plainSettings(server)
      for (const path of servers.flatMap(({ stock }) => stock)) {
        const name = basename(path)
        await expectAgreement(server, { files: { [name]: withoutMachine(readFileSync(path, 'latin1')) }, ...(name === 'sentinel.conf' ? { sentinel: true } as const : {}) }, plain)
      }
    }
  })
})

/** Paths of the machine that the package is made for, daemons, and addresses that a namespace lacks. */
const withoutMachine = (text: string): string =>
  text.replace(/^(?:dir|logfile|pidfile|unixsocket|daemonize|supervised|include|aclfile|locale-collate)\b.*$/gm, '')
