import { describe, expect, test } from 'vitest'
import { advisoriesFor, isEndOfLife, lifetimeOf, RELEASES, supportedSeries, type Release } from '../../src/schema/index.ts'
import { compareVersions, versionNumbers } from '../../src/schema/version.ts'
import { known } from './known.ts'

const release = (target: string): Release => known(target).release
const ids = (target: string): readonly string[] => advisoriesFor(release(target)).map(({ id }) => id)

describe('advisoriesFor', () => {
  test.each([
    // [target, advisory, hit]: the patch before and the patch with the repair, on both sides of the fork
    ['redis@7.2.10', 'CVE-2025-49844', true],
    ['redis@7.2.11', 'CVE-2025-49844', false],
    ['redis@7.0.15', 'CVE-2025-49844', true],
    ['redis@8.0.3', 'CVE-2025-49844', true],
    ['redis@8.0.4', 'CVE-2025-49844', false],
    ['valkey@8.1.3', 'CVE-2025-49844', true],
    ['valkey@8.1.4', 'CVE-2025-49844', false],
    ['redis@7.2.5', 'CVE-2024-31449', true],
    ['redis@7.2.6', 'CVE-2024-31449', false],
    ['redis@6.2.17', 'CVE-2025-21605', true],
    ['redis@6.2.18', 'CVE-2025-21605', false],
    // XACKDEL came with 8.2, a series whose facts were not measured.
    ['redis@8.0.6', 'CVE-2025-62507', false],
    ['redis@8.2.2', 'CVE-2025-62507', true],
    ['redis@8.2.3', 'CVE-2025-62507', false],
    ['valkey@9.0.2', 'CVE-2026-27623', true],
    ['redis@9.0.2', 'CVE-2026-27623', false],
  ] as const)('%s, %s: %s', (target, id, hit) => {
    expect(ids(target).includes(id)).toBe(hit)
  })

  test('without a patch, only what no patch of the series mends', () => {
    expect(ids('redis@7.2')).not.toContain('CVE-2025-49844')
    expect(ids('redis@7.0')).toContain('CVE-2025-49844')
    expect(ids('redis@7.2.6')).toContain('CVE-2025-49844')
    expect(ids('valkey@9.1')).toEqual([])
  })

  test('each says how it is reached and what closes that', () => {
    const lua = advisoriesFor(release('redis@7.2.6')).find(({ id }) => id === 'CVE-2025-49844')
    expect(lua).toMatchObject({ severity: 'critical', commands: ['@scripting'], closedBy: [{ kind: 'acl', rules: '-@scripting' }] })
    const output = advisoriesFor(release('redis@7.2.6')).find(({ id }) => id === 'CVE-2025-21605')
    expect(output).toMatchObject({ beforeLogin: true, commands: [] })
  })

  test('the table is well formed', () => {
    for (const target of ['redis@2.8.0', ...RELEASES.map(({ id }) => id)]) {
      for (const { id, title, affected, severity, reference } of advisoriesFor(release(target))) {
        expect(id).toMatch(/^(CVE-\d{4}-\d{4,}|redis#\d+)$/)
        expect(title).toMatch(/^\S.{10,120}[^.]$/)
        expect(['critical', 'high', 'medium', 'low', 'unrated']).toContain(severity)
        expect(reference).toMatch(/^https:/)
        for (const { introduced, fixed } of affected) {
          expect(`${introduced}-${fixed}`).toMatch(/^\d+(\.\d+\.\d+)?-\d+\.\d+\.\d+$/)
          expect(compareVersions(versionNumbers(introduced), versionNumbers(fixed)), id).toBeLessThan(0)
        }
      }
    }
  })
})

describe('end of life', () => {
  test.each([
    ['redis@7.0', '2024-07-28', false],
    ['redis@7.0', '2024-07-29', true],
    ['redis@7.2', '2026-11-21', false],
    ['redis@5.0.3', '2026-11-21', true],
    ['redis@3.0', '2026-11-21', true],
    ['valkey@9.1', '2040-01-01', false],
    ['redis@8.4', '2026-11-21', false],
  ] as const)('%s on %s: %s', (target, day, over) => {
    expect(isEndOfLife(release(target), day)).toBe(over)
  })

  test('every measured series has a lifetime', () => {
    for (const measured of RELEASES) expect(lifetimeOf(measured)?.series).toBe(measured.series)
  })

  test('supported on the day this was written', () => {
    expect(supportedSeries('redis', '2026-11-21')).toEqual(['6.2', '7.2', '7.4', '8.0', '8.2', '8.4', '8.6', '8.8', '8.10'])
    expect(supportedSeries('valkey', '2026-11-21')).toEqual(['7.2', '8.0', '8.1', '9.0', '9.1'])
  })
})
