import { describe, expect, test } from 'vitest'
import { starts } from './starts.ts'

/** Codes of all problems, in the order the server meets them. */
const codes = async (files: string | Record<string, string>, target: string): Promise<string[]> =>
  (await starts(files, target)).problems.map(({ code }) => code)

test('the model goes on after a refused line, as if it were absent', async () => {
  const server = await starts('timeout x\ntimeout 5\nfoo\nhz 20\n', 'redis@7.2')
  expect(server.problems.map(({ line, code }) => [line, code])).toEqual([[1, 'invalid-value'], [3, 'unknown-directive']])
  expect([server.starts, server.setting('timeout')?.value, server.setting('hz')?.value]).toEqual([false, '5', '20'])
  expect(server.uses('timeout').map(({ line }) => line)).toEqual([1, 2])
})

test('a problem knows the words at fault', async () => {
  const text = 'port 6380 # x\nfoo 1\nrename-command nosuch x\n'
  const { problems } = await starts(text, 'redis@7.2')
  expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['# x', 'foo', 'nosuch'])
})

describe('settings of modules', () => {
  test.each([
    ['max.memory 1gb\nfoo 1\n', 'redis@6.2', ['unknown-directive', 'unknown-directive']],
    ['max.memory 1gb\nfoo 1\n', 'redis@7.0', ['unknown-directive', 'unclaimed-module-setting']],
    ['max.memory 1gb\nfoo 1\n', 'redis@8.0', ['unclaimed-module-setting', 'unclaimed-module-setting']],
    ['max.memory\n', 'redis@7.0', ['module-setting-without-value']],
    ['max.memory\n', 'redis@8.0', ['unknown-directive']],
    ['include a b\nrename-command a\nport 1 2\n', 'redis@8.0', ['wrong-argument-count', 'unclaimed-module-setting', 'unclaimed-module-setting']],
    ['loadmodule /x.so\nfoo 1\n', 'redis@8.0', []],
  ])('%j on %s', async (text, target, expected) => {
    expect(await codes(text, target)).toEqual(expected)
  })
})

describe('at the end of a text', () => {
  test.each([
    ['replicaof h 1\ncluster-enabled yes\n', 'redis@5.0', [['line', 1, false]]],
    ['cluster-enabled yes\nreplicaof h 1\ninclude empty\n', 'redis@6.2', [['start', 0, true], ['line', 2, false]]],
    ['cluster-enabled yes\nreplicaof h 1\n', 'redis@7.2', [['start', 0, false]]],
    ['cluster-enabled yes\nreplicaof h 1\nreplicaof no one\n', 'redis@7.2', []],
  ])('cluster and replicaof: %j on %s', async (text, target, expected) => {
    const { problems } = await starts({ 'redis.conf': text, empty: '' }, target)
    expect(problems.map(({ stage, line, crash }) => [stage, line, crash])).toEqual(expected)
  })

  test.each([
    ['hz 0', 'redis@5.0', 'hz', '1'],
    ['hz 9999', 'redis@7.2', 'hz', '500'],
    ['hz 9999', 'redis@6.0', 'hz', '9999'],
    ['io-threads 20', 'valkey@8.0', 'io-threads', '16'],
    ['cluster-enabled yes', 'redis@7.2', 'databases', '1'],
    ['cluster-enabled yes', 'redis@7.0', 'databases', '16'],
    ['cluster-enabled yes\ndatabases 4', 'valkey@9.1', 'databases', '4'],
  ])('%j on %s: %s is %s', async (text, target, name, value) => {
    expect((await starts(text, target)).setting(name)?.value).toBe(value)
  })

  // Measured: 6.0.16.
  test.each([['hz 0', true], ['hz 1000', false], ['hz 1001', true], ['dynamic-hz no\nhz 2147483647', true], ['hz 1001\nhz 10', false]])('%j kills 6.0: %s', async (text, dies) => {
    expect((await starts(text, 'redis@6.0')).problems.map(({ code, crash }) => [code, crash])).toEqual(dies ? [['crash', true]] : [])
  })
})

describe('TLS', () => {
  const FILES = { 'c.pem': '', 'k.pem': '', 'ca.pem': '' }
  const full = 'tls-port 1\ntls-cert-file c.pem\ntls-key-file k.pem\n'
  test.each([
    ['tls-cert-file nosuch\ntls-protocols nonsense\n', []],
    ['tls-port 1\n', ['incomplete-tls']],
    [full, ['incomplete-tls']],
    [`${full}tls-auth-clients no\n`, []],
    [`${full}tls-auth-clients no\ntls-replication yes\n`, ['incomplete-tls']],
    [`${full}tls-ca-cert-file ca.pem\n`, []],
    [`${full}tls-ca-cert-file nosuch.pem\n`, ['unusable-certificate']],
    [`${full}tls-ca-cert-dir nosuch\n`, []],
    // Measured: 7.0.15 to 9.1.2.
    [`${full}tls-ca-cert-file ca.pem\ntls-client-cert-file nosuch\ntls-client-key-file nosuch\n`, ['unusable-certificate']],
    [`${full}tls-ca-cert-file ca.pem\ntls-client-cert-file nosuch\n`, []],
    [`${full}tls-ca-cert-file ca.pem\ntls-protocols "TLSv1.2 tlsv1.3"\n`, []],
    [`${full}tls-ca-cert-file ca.pem\ntls-protocols "TLSv1.2  TLSv1.3"\n`, ['incomplete-tls']],
  ])('%j: %j', async (text, expected) => {
    expect(await codes({ ...FILES, 'redis.conf': text }, 'redis@7.2')).toEqual(expected)
  })
})

test('the order of what is tried after reading', async () => {
  const text = 'port 0\nmax.memory 1\ntls-replication yes\n'
  expect(await codes(text, 'redis@7.0')).toEqual(['incomplete-tls', 'nowhere-to-listen', 'unclaimed-module-setting'])
  expect(await codes(text, 'redis@7.2')).toEqual(['unclaimed-module-setting', 'incomplete-tls', 'nowhere-to-listen'])
})

test('a sentinel directive belongs to a sentinel, but for a bare one', async () => {
  expect((await starts('sentinel\n', 'redis@7.2')).starts).toBe(true)
  expect((await starts('sentinel monitor m 127.0.0.1 1 1\n', 'redis@7.2')).problems[0]?.message).toBe('sentinel directive while not in sentinel mode')
})
