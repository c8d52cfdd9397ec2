import { directiveData } from './directive-table.ts'
import { PATCHES } from './data/patches.ts'
import { seriesOf, type ReleaseServer } from './releases.ts'
import type { Schema } from './schema.ts'
import type { Series } from './timeline.ts'

/** Releases of one server, in a row, that know a name. */
export interface NameSpan {
  readonly server: ReleaseServer
  /** `6.2`, or `6.0.7` where it came with a patch. */
  readonly since: string
  /** The last series that knows it; null: the newest known does. */
  readonly until: string | null
}

/** Which releases know a directive's name, be it an alias there; empty: none does. */
export function seriesKnowing(name: string): readonly NameSpan[] {
  const word = name.toLowerCase()
  return (['redis', 'valkey'] as const).flatMap((server) => spansOf(word, server))
}

function spansOf(name: string, server: ReleaseServer): readonly NameSpan[] {
  const spans: NameSpan[] = []
  let since: Series | null = null
  let last: Series | null = null
  for (const series of seriesOf(server)) {
    if (knows(series, name)) since ??= series
    else if (since !== null && last !== null) {
      spans.push({ server, since: sinceVersion(name, since), until: lineOf(last) })
      since = null
    }
    last = series
  }
  return since === null ? spans : [...spans, { server, since: sinceVersion(name, since), until: null }]
}

/** As the newest patch of the series does. */
function knows(series: Series, name: string): boolean {
  if (isStillThere(name, series) && directiveData.recordAt(name, series) !== null) return true
  return isStillThere(name, series) && (canonicalNames().get(name) ?? []).some((n) => directiveData.recordAt(n, series)?.aliases?.includes(name) === true)
}

const isStillThere = (name: string, series: Series): boolean => (PATCHES[name]?.[series]?.[1] ?? null) === null

/** Redis 3.0 was not measured; of what 3.2 added it had just these (read from its tags). */
const SINCE_3_0: ReadonlySet<string> = new Set([
  'cluster-config-file', 'cluster-enabled', 'cluster-migration-barrier', 'cluster-node-timeout', 'cluster-require-full-coverage', 'cluster-slave-validity-factor',
])

function sinceVersion(name: string, series: Series): string {
  if (series === 'redis-3.2' && SINCE_3_0.has(name)) return '3.0'
  const first = PATCHES[name]?.[series]?.[0]
  return first === undefined ? lineOf(series) : `${lineOf(series)}.${first}`
}

const lineOf = (series: Series): string => series.slice(series.indexOf('-') + 1)

/**
 * Where a name is known, for a message: `Redis 6.2 and later, and Valkey`, `Redis 2.8 to 6.2`. null: nowhere.
 *
 * @example knownWhere('tls-port') // 'Redis 6.0 and later, and Valkey'
 */
export function knownWhere(name: string): string | null {
  const phrases = seriesKnowing(name).map(phrase)
  const last = phrases.pop()
  if (last === undefined) return null
  return phrases.length === 0 ? last : `${phrases.join(', ')}, and ${last}`
}

function phrase({ server, since, until }: NameSpan): string {
  const name = server === 'redis' ? 'Redis' : 'Valkey'
  if (until !== null) return since === until ? `${name} ${since}` : `${name} ${since} to ${until}`
  return since === lineOf(seriesOf(server)[0] ?? 'redis-2.8') ? name : `${name} ${since} and later`
}

/** Directives that took over from one that is ignored or gone, where no release has both names for one setting. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['list-max-ziplist-entries', 'list-max-listpack-size'],
  ['list-max-ziplist-value', 'list-max-listpack-size'],
])

/**
 * What this release calls the setting that another release calls `name`: slaveof and replicaof, *-ziplist-* and
 * *-listpack-*, lua-time-limit and busy-reply-threshold. null: it has no other name for it, or does not know it.
 *
 * @example nameIn(schemaFor('redis@4.0'), 'replica-priority') // 'slave-priority'
 */
export function nameIn(schema: Schema, name: string): string | null {
  const word = name.toLowerCase()
  const known = [...family(word), ...family(SUCCESSORS.get(word) ?? word)]
    .flatMap((n) => schema.directive(n) ?? [])
    .find((facts) => facts.name !== word)
  return known?.name ?? null
}

/** All names that some release gives to one setting, the name itself first. */
function family(name: string): readonly string[] {
  const canonical = canonicalNames().get(name) ?? [name]
  return [...new Set([name, ...canonical, ...canonical.flatMap(aliasesEver)])]
}

function aliasesEver(name: string): readonly string[] {
  if (!directiveData.sets(name, 'aliases')) return []
  return Object.values(directiveData.timeline(name) ?? {}).flatMap((delta) => delta?.aliases ?? [])
}

let canonicals: ReadonlyMap<string, readonly string[]> | null = null

/** Alias → canonical names it ever stood for. */
function canonicalNames(): ReadonlyMap<string, readonly string[]> {
  if (canonicals !== null) return canonicals
  const names = new Map<string, readonly string[]>()
  for (const name of directiveData.names) {
    for (const alias of new Set(aliasesEver(name))) names.set(alias, [...(names.get(alias) ?? []), name])
  }
  return (canonicals = names)
}
