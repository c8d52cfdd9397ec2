import { describe, expect, test } from 'vitest'
import { isUnknownTarget, parseTarget, RELEASES, schemaFor } from '../../src/schema/index.ts'

describe('parseTarget', () => {
  test.each([
    ['redis@7.2.6', 'redis@7.2.6', '7.2', false],
    ['redis@6.2', 'redis@6.2.16', '6.2', false],
    ['redis@6.0.5', 'redis@6.0.5', '6.0', false],
    ['redis', 'redis@8.0.6', '8.0', false],
    ['valkey', 'valkey@9.1.2', '9.1', false],
    ['7.2', 'redis@7.2.6', '7.2', false],
    ['v6.2', 'redis@6.2.16', '6.2', false],
    ['7', 'redis@7.4.1', '7.4', false],
    ['redis@7', 'redis@7.4.1', '7.4', false],
    ['valkey-8', 'valkey@8.1.1', '8.1', false],
    ['redis-7.0.15', 'redis@7.0.15', '7.0', false],
    ['redis:7.2', 'redis@7.2.6', '7.2', false],
    ['Redis 6.2.7', 'redis@6.2.7', '6.2', false],
    ['redis7', 'redis@7.4.1', '7.4', false],
    ['VALKEY@8.0', 'valkey@8.0.1', '8.0', false],
    ['latest', 'redis@8.0.6', '8.0', false],
    ['valkey@latest', 'valkey@9.1.2', '9.1', false],
    // Between two measured series: the facts of the older one.
    ['redis@7.1', 'redis@7.1', '7.0', true],
    ['redis@3.0.7', 'redis@3.0.7', '2.8', true],
    ['valkey@9.0', 'valkey@9.0', '8.1', true],
    // Later patches than the measured one: repairs may bring names.
    ['redis@7.2.7', 'redis@7.2.7', '7.2', true],
    ['valkey@8.1.0', 'valkey@8.1.0', '8.1', false],
    // Newer than all.
    ['redis@8.4', 'redis@8.4', '8.0', true],
    ['redis@9', 'redis@9', '8.0', true],
    ['valkey@10.2.1', 'valkey@10.2.1', '9.1', true],
  ])('%s is %s with the facts of %s', (text, id, series, newer) => {
    expect(parseTarget(text)).toMatchObject({ id, series, newer })
  })

  test.each([
    ['', 'words', 'redis@8.0'],
    ['keydb@6', 'words', 'redis@8.0'],
    ['valky@8', 'words', 'valkey@9.1'],
    ['redis@seven', 'words', 'redis@8.0'],
    ['redis@7.2.6.1', 'words', 'redis@8.0'],
    ['redis@', 'words', 'redis@8.0'],
    ['redis@2.6', 'too-old', 'redis@2.8'],
    ['valkey@7.0', 'too-old', 'valkey@7.2'],
    ['1', 'too-old', 'redis@2.8'],
  ])('%j is no target: %s, try %s', (text, reason, suggestion) => {
    const target = parseTarget(text)
    expect(target).toMatchObject({ kind: 'unknown-target', given: text, reason })
    expect(isUnknownTarget(target) && target.suggestions[0]).toBe(suggestion)
  })

  test('every suggestion is itself a target', () => {
    for (const text of ['', 'valky', 'redis@1', 'valkey@1']) {
      const target = parseTarget(text)
      if (!isUnknownTarget(target)) throw new Error(text)
      for (const suggestion of target.suggestions) expect(isUnknownTarget(parseTarget(suggestion))).toBe(false)
    }
  })
})

test('a release is its own target, and its schema is made once', () => {
  expect(RELEASES.map((release) => release.id)).toEqual([
    'redis@2.8.24', 'redis@3.2.13', 'redis@4.0.14', 'redis@5.0.14', 'redis@6.0.20', 'redis@6.2.16', 'redis@7.0.15',
    'redis@7.2.6', 'redis@7.4.1', 'redis@8.0.6', 'valkey@7.2.7', 'valkey@8.0.1', 'valkey@8.1.1', 'valkey@9.1.2',
  ])
  for (const release of RELEASES) expect(parseTarget(release.id)).toEqual(release)
  expect(schemaFor('redis@7.2.6')).toBe(schemaFor('redis-7.2.6'))
  expect(schemaFor('redis@7')).toBe(schemaFor('7.4'))
})
