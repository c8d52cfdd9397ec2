import { describe, expect, test } from 'vitest'
import { known } from './known.ts'

test.each([
  ['redis@6.0.6', 'oom-score-adj', null],
  ['redis@6.0.7', 'oom-score-adj', 'oom-score-adj'],
  ['redis@6.0', 'oom-score-adj', 'oom-score-adj'],
  // A series between two measured ones has all that the older one ended with.
  ['redis@6.1.3', 'oom-score-adj', 'oom-score-adj'],
  ['redis@6.2.0', 'oom-score-adj', 'oom-score-adj'],
  ['redis@6.2.1', 'tls-key-file-pass', null],
  ['redis@6.2.2', 'tls-key-file-pass', 'tls-key-file-pass'],
  ['redis@5.0.10', 'ignore-warnings', null],
  ['redis@6.0.9', 'ignore-warnings', null],
  // 5.0.0 misspelled the new name, so the old one is the only right one there.
  ['redis@5.0.0', 'cluster-replica-no-failover', null],
  ['redis@5.0.0', 'cluster-replica-no-failiver', 'cluster-slave-no-failover'],
  ['redis@5.0.0', 'cluster-slave-no-failover', 'cluster-slave-no-failover'],
  ['redis@5.0.1', 'cluster-replica-no-failiver', null],
  ['redis@5.0.1', 'cluster-slave-no-failover', 'cluster-replica-no-failover'],
  ['redis@7.2', 'SlaveOf', 'replicaof'],
  ['redis@4.0', 'slaveof', 'slaveof'],
  ['redis@4.0', 'replicaof', null],
  ['redis@7.2', '<module>.<config>', null],
  ['redis@7.2', 'client-default-resp', null],
  ['redis@7.2', 'constructor', null],
  ['redis@7.2', '', null],
])('%s knows %s as %s', (target, name, canonical) => {
  expect(known(target).directive(name)?.name ?? null).toBe(canonical)
})

describe('what a directive takes', () => {
  test.each([
    ['redis@7.2', 'port', { type: 'int', min: 0n, max: 65535n, default: '6379', modifiable: true }],
    ['redis@6.0', 'port', { modifiable: false }],
    ['redis@5.0', 'timeout', { type: 'int', min: 0n, max: null }],
    ['redis@7.2', 'save', { default: '3600 1 300 100 60 10000', arity: { min: 0, max: null, multipleOf: 2 }, multiArg: true }],
    ['redis@6.2', 'save', { arity: { min: 0, max: null, multipleOf: 1 }, multiArg: false }],
    ['redis@7.2', 'bind', { default: '* -::*', arity: { min: 0, max: 16, multipleOf: 1 } }],
    ['redis@6.2', 'bind', { default: '', arity: { min: 1, max: 16, multipleOf: 1 } }],
    ['redis@7.2', 'requirepass', { type: 'sds', default: '', flags: ['sensitive'] }],
    ['redis@7.2', 'dir', { type: 'special', default: null, shown: ['dir'], flags: ['protected', 'deny_loading'] }],
    ['redis@7.2', 'include', { default: null, shown: [] }],
    ['redis@6.0', 'replicaof', { default: '', shown: ['slaveof'] }],
    ['redis@7.0', 'replicaof', { default: '', shown: ['replicaof', 'slaveof'] }],
    ['redis@7.2', 'list-max-ziplist-entries', { type: 'ignored', default: null }],
    ['redis@2.8', 'list-max-ziplist-entries', { type: 'memory', default: '512' }],
    ['redis@5.0', 'lua-replicate-commands', { type: 'bool', lenient: true }],
    ['redis@7.2', 'maxmemory-clients', { type: 'percent-or-memory', max: 9223372036854775807n }],
    ['valkey@9.1', 'slot-migration-max-failover-repl-bytes', { type: 'memory', min: -1n }],
    ['valkey@9.1', 'shutdown-on-sigterm', { values: ['default', 'save', 'nosave', 'now', 'force', 'safe', 'failover'] }],
    ['valkey@9.1', 'sanitize-dump-payload', { type: 'ignored' }],
    ['redis@7.2', 'watchdog-period', { flags: ['hidden'], shown: [] }],
  ])('%s %s', (target, name, facts) => {
    expect(known(target).directive(name)).toMatchObject(facts)
  })
})

describe('commands', () => {
  test('containers know their subcommands of that release', () => {
    expect(known('redis@7.2').commands.get('config')?.subcommands).toEqual(['config|get', 'config|help', 'config|resetstat', 'config|rewrite', 'config|set'])
    expect(known('redis@6.2').commands.get('config')?.subcommands).toEqual([])
    expect(known('redis@7.2').commands.get('client')?.subcommands).not.toContain('client|import-source')
    expect(known('valkey@8.1').commands.get('client')?.subcommands).toContain('client|import-source')
  })

  test('the vector-set commands of Redis 8 have no category', () => {
    expect(known('redis@8.0').commands.get('vadd')).toMatchObject({ categories: [], flags: ['write', 'denyoom', 'module'] })
    expect(known('redis@7.4').commands.get('vadd')).toBeNull()
  })

  test('categories begin with ACLs', () => {
    expect(known('redis@5.0').commands.categories).toEqual([])
    expect(known('redis@6.0').commands.categories).toHaveLength(21)
    expect(known('redis@6.0').sentinelCommands.get('command')).toBeNull()
    expect(known('redis@6.0').sentinelCommands.get('hello')?.flags).toContain('no_auth')
    expect(known('redis@4.0').sentinelCommands.get('auth')).toBeNull()
    expect(known('redis@2.8').sentinelCommands.get('sentinel')?.categories).toEqual([])
    expect(known('redis@6.2').sentinelCommands.get('get')).toBeNull()
    expect(known('redis@6.2').sentinelCommands.get('sentinel')).not.toBeNull()
  })

  test('keys are found by specification', () => {
    expect(known('redis@7.2').commands.get('xread')?.keySpecs).toEqual([
      { flags: ['RO', 'access'], begin: { type: 'keyword', keyword: 'STREAMS', startFrom: 1 }, find: { type: 'range', lastKey: -1, keyStep: 1, limit: 2 } },
    ])
    expect(known('redis@7.2').commands.get('eval')?.keySpecs[0]?.find).toEqual({ type: 'keynum', keyNumIndex: 0, firstKey: 1, keyStep: 1 })
  })
})

test('sentinel lines act in file order until 6.2 queues them', () => {
  expect(known('redis@6.0').sentinel('monitor')?.phase).toBe('file-order')
  expect(known('redis@6.2').sentinel('monitor')?.phase).toBe('monitor')
  expect(known('redis@6.2').sentinel('MYID')?.phase).toBe('pre-monitor')
  expect(known('redis@7.2').sentinel('known-slave')).toMatchObject({ name: 'known-replica', arity: { min: 3, max: 3 }, needsMaster: true })
  expect(known('redis@2.8').sentinel('known-replica')).toBeNull()
})
