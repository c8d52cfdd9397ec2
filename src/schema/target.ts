import { MEASURED, release, seriesOf, type ReleaseServer } from './releases.ts'
import type { Release } from './schema.ts'
import type { Series } from './timeline.ts'
import { compareVersions, versionNumbers } from './version.ts'

/** What could not be taken for a release, and what may have been meant. */
export interface UnknownTarget {
  readonly kind: 'unknown-target'
  readonly given: string
  /** words: not a server and a version. too-old: before everything that is known. */
  readonly reason: 'words' | 'too-old'
  /** Targets that work, likeliest first. */
  readonly suggestions: readonly string[]
}

export function isUnknownTarget(value: object): value is UnknownTarget {
  return 'kind' in value && value.kind === 'unknown-target'
}

/** `redis@7.2.6`, `redis 7`, `valkey-8.1`, `v7.2`, `redis`. */
const TARGET = /^(?:(redis|valkey)(?:[@:\s-]+(?=.)|(?=v?\d)|$))?(?:v?(\d{1,4}(?:\.\d{1,4}){0,2})|latest)?$/i

/**
 * A target as people write it: a server, a version or both. Without a server it is Redis; without a
 * version, the newest known; `7` is the newest known 7.x, `7.2` the newest measured 7.2.x.
 *
 * A series that was not measured is taken as the nearest older one, and marked `newer`, as is a later patch.
 *
 * @example parseTarget('redis@6.2') // { id: 'redis@6.2.16', series: '6.2', … }
 */
export function parseTarget(text: string): Release | UnknownTarget {
  const match = TARGET.exec(text.trim())
  const [whole, server = 'redis', version] = match ?? []
  if (whole === undefined || whole === '') return unknown(text, 'words')
  const known = seriesOf(server.toLowerCase() as ReleaseServer)
  return (version === undefined ? newestOf(known) : nearest(known, version)) ?? unknown(text, 'too-old')
}

function newestOf(known: readonly Series[]): Release | null {
  const newest = known[known.length - 1]
  return newest === undefined ? null : measured(newest)
}

/** The measured series that stands for a version: its own, else the nearest before it. */
function nearest(known: readonly Series[], version: string): Release | null {
  const [major = 0, minor, patch] = versionNumbers(version)
  const line = [major, minor ?? Infinity]
  const before = known.filter((series) => compareVersions(lineOf(series), line) <= 0)
  const series = before[before.length - 1]
  if (series === undefined) return null
  const [ownMajor, ownMinor] = lineOf(series)
  const otherSeries = ownMajor !== major || (minor !== undefined && ownMinor !== minor)
  const exact = patch !== undefined
  if (!otherSeries && !exact) return measured(series)
  const newer = otherSeries || (exact && compareVersions(versionNumbers(MEASURED[series]), [major, minor ?? 0, patch]) < 0)
  return release(series, version, { exact, newer })
}

function measured(series: Series): Release {
  return release(series, MEASURED[series], { exact: false, newer: false })
}

function lineOf(series: Series): readonly number[] {
  return versionNumbers(series.slice(series.indexOf('-') + 1))
}

function unknown(given: string, reason: UnknownTarget['reason']): UnknownTarget {
  const named = seriesOf(/valk|vk/i.test(given) ? 'valkey' : 'redis')
  const targets = named.map((series) => series.replace('-', '@'))
  const suggestions = reason === 'too-old' ? targets.slice(0, 1) : targets.slice(-3).reverse()
  return { kind: 'unknown-target', given, reason, suggestions }
}
