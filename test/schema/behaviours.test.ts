import { describe, expect, test } from 'vitest'
import { BEHAVIOURS, behaviourAt, type BehaviourTimeline } from '../../src/schema/behaviours.ts'
import { RELEASES, type Behaviour } from '../../src/schema/index.ts'
import { at, lineage, PARENTS, recordAt } from '../../src/schema/timeline.ts'
import { known } from './known.ts'

describe('behaviourAt', () => {
  const timeline: BehaviourTimeline = { 'redis-7.0': true, 'redis-7.2.6': false, 'valkey-8.0': false, 'valkey-8.0.3': true, 'valkey-8.0.5': false }

  test.each([
    ['redis-6.2', 16, false],
    ['redis-7.0', 15, true],
    ['redis-7.2', 5, true],
    ['redis-7.2', 6, false],
    ['redis-7.2', Infinity, false],
    // A patch speaks for its own series alone: what follows grew out of the series before it.
    ['redis-7.4', 1, true],
    ['valkey-7.2', 7, true],
    ['valkey-8.0', 2, false],
    ['valkey-8.0', 4, true],
    ['valkey-8.0', 5, false],
  ] as const)('%s.%i: %s', (series, patch, value) => {
    expect(behaviourAt(timeline, series, patch)).toBe(value)
  })
})

test('change points are a release or a patch of one, and change something', () => {
  for (const [name, timeline] of Object.entries<BehaviourTimeline>(BEHAVIOURS)) {
    for (const [point, value] of Object.entries(timeline)) {
      const [, series, patch] = /^((?:redis|valkey)-\d+\.\d+)(?:\.(\d+))?$/.exec(point) ?? []
      expect(Object.keys(PARENTS), `${name} at ${point}`).toContain(series)
      const parent = PARENTS[series as keyof typeof PARENTS]
      const before = patch !== undefined ? at(timeline, series as keyof typeof PARENTS) : parent === null ? undefined : at(timeline, parent)
      // A root that says false says it for the reader.
      if (parent !== null || patch !== undefined || value !== false) expect(before ?? false, `${name} at ${point}`).not.toBe(value)
    }
  }
})

test('each behaviour differs between releases, or there is nothing to ask', () => {
  for (const name of Object.keys(BEHAVIOURS) as Behaviour[]) {
    const values = new Set(['redis@7.2.5', 'redis@8.0.2', ...RELEASES.map(({ id }) => id)].map((id) => known(id).behaviour(name)))
    expect(values.size, name).toBeGreaterThan(1)
  }
})

test.each([
  ['redis@7.2.5', true], ['redis@7.2.6', false], ['redis@7.4.0', true], ['redis@7.4', false], ['redis@7.0.15', true],
  ['valkey@8.0.0', true], ['valkey@8.0.1', false], ['redis@6.2', false], ['redis@8.0', false],
] as const)('%s takes %%~x: %s', (target, passes) => {
  expect(known(target).has('acl-percent-without-letter-passes')).toBe(passes)
})

test('a dialect is made of behaviours', () => {
  expect(known('valkey@9.1').dialect).toEqual({ textMayFollowQuote: true, dropsByteFF: true })
  expect(known('valkey@8.1').dialect).toEqual({ textMayFollowQuote: false, dropsByteFF: true })
  expect(known('redis@8.0').dialect).toEqual({ textMayFollowQuote: false, dropsByteFF: false })
})

describe('recordAt', () => {
  test('adds up what changes on the way from the root', () => {
    const timeline = { 'redis-3.2': { type: 'int', min: 1 }, 'redis-6.0': { min: 0, max: 9 }, 'redis-7.0': { max: null }, 'redis-7.4': null, 'valkey-8.0': { type: 'bool' } }
    const records = (['redis-2.8', 'redis-5.0', 'redis-6.2', 'redis-7.2', 'redis-8.0', 'valkey-9.1'] as const).map((series) => recordAt<Record<string, unknown>>(timeline, series))
    expect(records).toEqual([null, { type: 'int', min: 1 }, { type: 'int', min: 0, max: 9 }, { type: 'int', min: 0 }, null, { type: 'bool', min: 0 }])
    expect(timeline['redis-3.2']).toEqual({ type: 'int', min: 1 })
  })

  test('valkey grew out of redis 7.2', () => {
    expect(lineage('valkey-8.0').slice(-3)).toEqual(['redis-7.2', 'valkey-7.2', 'valkey-8.0'])
  })
})
