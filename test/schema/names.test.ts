import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownWhere, nameIn, nearestDirectives, RELEASES, seriesKnowing } from '../../src/schema/index.ts'
import { editDistance } from '../../src/schema/nearest-directives.ts'
import { known } from './known.ts'

describe('nearestDirectives', () => {
  test.each([
    ['redis@7.2', 'maxmemry', 'maxmemory'],
    ['redis@7.2', 'max-memory', 'maxmemory'],
    ['redis@7.2', 'max_memory', 'maxmemory'],
    ['redis@7.2', 'requirpass', 'requirepass'],
    ['redis@7.2', 'requirepas', 'requirepass'],
    ['redis@7.2', 'REQUIREPASSS', 'requirepass'],
    ['redis@7.2', 'bnid', 'bind'],
    ['redis@7.2', 'port:', 'port'],
    ['redis@7.2', '--port', 'port'],
    ['redis@7.2', 'protected_mode', 'protected-mode'],
    ['redis@7.2', 'log-file', 'logfile'],
    ['redis@7.2', 'renamecommand', 'rename-command'],
    ['redis@7.2', 'tls-cert', 'tls-cert-file'],
    ['redis@7.2', 'replica-announced-ip', 'replica-announce-ip'],
    ['redis@4.0', 'replica-priority', 'slave-priority'],
    ['redis@6.2', 'hash-max-listpack-entries', 'hash-max-ziplist-entries'],
    ['redis@6.2', 'busy-reply-threshold', 'lua-time-limit'],
    ['redis@7.2', 'primaryauth', 'masterauth'],
  ])('%s: %s may be %s', (target, name, meant) => {
    expect(nearestDirectives(name, known(target))[0]).toBe(meant)
  })

  test.each(['', 'x', 'shoehorn', 'q'.repeat(1_000_000), '# a comment', 'constructor', '__proto__'])('nothing is like %.20j', (name) => {
    expect(nearestDirectives(name, known('redis@7.2'))).toEqual([])
  })

  test('a suggestion is always a directive of that release, and never the word itself', () => {
    fc.assert(fc.property(fc.constantFrom(...RELEASES.map(({ id }) => id)), fc.string({ maxLength: 30 }), (id, name) => {
      for (const suggestion of nearestDirectives(name, known(id))) {
        expect(known(id).directive(suggestion)).not.toBeNull()
        expect(suggestion).not.toBe(name)
      }
    }))
  })
})

describe('editDistance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

  test('is a distance', () => {
    fc.assert(fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 20)
      expect(distance).toBe(editDistance(b, a, 20))
      expect(distance === 0).toBe(a === b)
    }))
  })

  test('a limit tells no lies', () => {
    fc.assert(fc.property(word, word, fc.nat(6), (a, b, limit) => {
      expect(editDistance(a, b, limit) <= limit).toBe(editDistance(a, b, 20) <= limit)
    }))
  })

  test.each([['ab', 'ba', 1], ['abc', 'abd', 1], ['', 'abc', 3], ['bind', 'bnid', 1], ['port', 'sport', 1]])('%s to %s: %i', (a, b, n) => {
    expect(editDistance(a, b, 9)).toBe(n)
  })
})

describe('where a name is known', () => {
  test.each([
    ['port', 'Redis, and Valkey'],
    ['tls-port', 'Redis 6.0 and later, and Valkey'],
    ['TLS-port', 'Redis 6.0 and later, and Valkey'],
    ['oom-score-adj', 'Redis 6.0.7 and later, and Valkey'],
    ['slaveof', 'Redis, and Valkey'],
    ['replicaof', 'Redis 5.0 and later, and Valkey'],
    ['primaryauth', 'Valkey 8.0 and later'],
    ['enable-debug-command', 'Redis 7.0 and later, and Valkey'],
    ['cluster-enabled', 'Redis 3.0 and later, and Valkey'],
    ['repl-rdb-channel', 'Redis 8.0 and later'],
    ['gopher-enabled', 'Redis 6.0 to 6.2'],
    ['import-mode', 'Valkey 8.1 and later'],
    ['lua-replicate-commands', 'Redis 5.0 and later, and Valkey'],
  ])('%s: %s', (name, where) => {
    expect(knownWhere(name)).toBe(where)
  })

  test('nowhere', () => {
    expect(seriesKnowing('shoehorn')).toEqual([])
    expect(knownWhere('shoehorn')).toBeNull()
  })

  test('agrees with every schema', () => {
    const names = new Set(RELEASES.flatMap(({ id }) => known(id).directives().flatMap(({ name, aliases }) => [name, ...aliases])))
    for (const name of names) {
      for (const { id, server, series } of RELEASES) {
        const inSpan = seriesKnowing(name).some((span) => span.server === server && !earlier(series, span.since) && (span.until === null || !earlier(span.until, series)))
        expect(inSpan, `${name} in ${id}`).toBe(known(id).directive(name) !== null)
      }
    }
  })
})

const earlier = (a: string, b: string): boolean => parseFloat(a) < parseFloat(b)

test.each([
  ['redis@7.2', 'slaveof', 'replicaof'],
  ['redis@4.0', 'replicaof', 'slaveof'],
  ['valkey@8.0', 'masterauth', 'primaryauth'],
  ['redis@7.2', 'primaryauth', 'masterauth'],
  ['redis@6.2', 'list-max-listpack-size', 'list-max-ziplist-size'],
  ['redis@7.2', 'list-max-ziplist-entries', 'list-max-listpack-size'],
  ['redis@6.2', 'list-max-ziplist-entries', 'list-max-ziplist-size'],
  ['redis@2.8', 'list-max-ziplist-entries', null],
  ['valkey@8.1', 'slowlog-max-len', 'commandlog-slow-execution-max-len'],
  ['redis@8.0', 'lua-enable-insecure-api', 'lua-enable-deprecated-api'],
  ['redis@7.2', 'port', null],
  ['redis@7.2', 'shoehorn', null],
])('%s calls %s %s', (target, name, other) => {
  expect(nameIn(known(target), name)).toBe(other)
})
