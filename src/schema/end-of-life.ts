import type { Release } from './schema.ts'

/** Until when the makers mend a series. */
export interface Lifetime {
  readonly series: string
  /** First release: `2023-08-15`. */
  readonly released: string
  /** The day security repairs end; null: none is set yet. */
  readonly endOfLife: string | null
}

/** Redis: redis.io's version management page. Valkey: its release page (both by endoflife.date, August 2026). Ends before 5.0: the release of the second series after it. */
const LIFETIMES: Readonly<Record<Release['server'], readonly Lifetime[]>> = {
  redis: [
    { series: '2.8', released: '2013-11-22', endOfLife: '2016-05-06' },
    { series: '3.0', released: '2015-04-01', endOfLife: '2017-07-14' },
    { series: '3.2', released: '2016-05-06', endOfLife: '2018-10-17' },
    { series: '4.0', released: '2017-07-14', endOfLife: '2020-04-30' },
    { series: '5.0', released: '2018-10-17', endOfLife: '2022-04-27' },
    { series: '6.0', released: '2020-04-30', endOfLife: '2022-05-31' },
    { series: '6.2', released: '2021-02-22', endOfLife: '2027-04-01' },
    { series: '7.0', released: '2022-04-27', endOfLife: '2024-07-29' },
    { series: '7.2', released: '2023-08-15', endOfLife: '2029-12-01' },
    { series: '7.4', released: '2024-07-29', endOfLife: '2029-12-01' },
    { series: '8.0', released: '2025-05-02', endOfLife: '2026-12-01' },
    { series: '8.2', released: '2025-08-04', endOfLife: '2030-09-01' },
    { series: '8.4', released: '2025-11-18', endOfLife: null },
    { series: '8.6', released: '2026-02-11', endOfLife: null },
    { series: '8.8', released: '2026-05-25', endOfLife: null },
    { series: '8.10', released: '2026-07-29', endOfLife: null },
  ],
  valkey: [
    { series: '7.2', released: '2024-04-16', endOfLife: '2029-04-16' },
    { series: '8.0', released: '2024-09-15', endOfLife: '2027-09-15' },
    { series: '8.1', released: '2025-03-31', endOfLife: '2030-03-31' },
    { series: '9.0', released: '2025-10-21', endOfLife: '2028-10-21' },
    { series: '9.1', released: '2026-05-19', endOfLife: null },
  ],
}

/** The lifetime of the series that was asked for, which need not be a measured one; null: not known. */
export function lifetimeOf({ server, version }: Release): Lifetime | null {
  const [major, minor] = version.split('.')
  const asked = `${major ?? ''}.${minor ?? ''}`
  return LIFETIMES[server].find(({ series }) => series === asked) ?? null
}

/**
 * Has the series got its last repair by that day? The day is an argument, as nothing here knows the date.
 *
 * @example isEndOfLife(release, '2026-11-21')
 */
export function isEndOfLife(release: Release, day: string): boolean {
  const end = lifetimeOf(release)?.endOfLife
  return end !== undefined && end !== null && end <= day
}

/** Series of the server that still get repairs on that day, oldest first. */
export function supportedSeries(server: Release['server'], day: string): readonly string[] {
  return LIFETIMES[server].filter(({ released, endOfLife }) => released <= day && (endOfLife === null || endOfLife > day)).map(({ series }) => series)
}
