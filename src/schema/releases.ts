import type { Release } from './schema.ts'
import { versionNumbers } from './version.ts'
import { PARENTS, type Series } from './timeline.ts'

/** The build that was measured for each series. */
export const MEASURED: Readonly<Record<Series, string>> = {
  'redis-2.8': '2.8.24',
  'redis-3.2': '3.2.13',
  'redis-4.0': '4.0.14',
  'redis-5.0': '5.0.14',
  'redis-6.0': '6.0.20',
  'redis-6.2': '6.2.16',
  'redis-7.0': '7.0.15',
  'redis-7.2': '7.2.6',
  'redis-7.4': '7.4.1',
  'redis-8.0': '8.0.6',
  'valkey-7.2': '7.2.7',
  'valkey-8.0': '8.0.1',
  'valkey-8.1': '8.1.1',
  'valkey-9.1': '9.1.2',
}

export const ALL_SERIES: readonly Series[] = Object.keys(PARENTS) as Series[]

/** The releases whose facts were measured, oldest first, Redis before Valkey. */
export const RELEASES: readonly Release[] = ALL_SERIES.map((series) => release(series, MEASURED[series], { exact: true, newer: false }))

export type ReleaseServer = Release['server']

export function release(series: Series, version: string, asked: Pick<Release, 'exact' | 'newer'>): Release {
  const [server, line] = series.split('-') as [ReleaseServer, string]
  return { id: `${server}@${version}`, server, series: line, version, exact: asked.exact, measured: MEASURED[series], newer: asked.newer }
}

export function seriesOf(server: ReleaseServer): readonly Series[] {
  return ALL_SERIES.filter((series) => series.startsWith(`${server}-`))
}

/** Where a release stands in the tree. */
export function seriesOfRelease({ server, series }: Release): Series {
  return `${server}-${series}` as Series
}

/** The patch number: 15 for 7.0.15. One that was not given, or a later series, counts as the newest. */
export function patchOf({ version, newer }: Release): number {
  const [, , patch = Infinity] = versionNumbers(version)
  return newer ? Infinity : patch
}
