import type { Dialect } from '../parser/dialect.ts'
import { BEHAVIOURS, behaviourAt, type Behaviour, type BehaviourValue } from './behaviours.ts'
import { commandTable, sentinelCommandTable } from './command-table.ts'
import { directiveTable } from './directive-table.ts'
import { patchOf, seriesOfRelease } from './releases.ts'
import type { Release, Schema, SentinelFacts } from './schema.ts'
import { sentinelDirectives } from './sentinel-table.ts'
import { isUnknownTarget, parseTarget, type UnknownTarget } from './target.ts'

const schemas = new Map<string, Schema>()

/**
 * The facts of a release, as {@link parseTarget} understands its name. The same object for the same
 * release; tables are read when they are first asked.
 *
 * @example
 * const schema = schemaFor('redis@7.2')
 * if (!isUnknownTarget(schema)) schema.directive('slaveof')?.name // 'replicaof'
 */
export function schemaFor(target: string): Schema | UnknownTarget {
  const release = parseTarget(target)
  if (isUnknownTarget(release)) return release
  const key = release.exact ? release.id : `${release.id}, any patch`
  const known = schemas.get(key)
  if (known !== undefined) return known
  const schema = schemaOf(release)
  schemas.set(key, schema)
  return schema
}

function schemaOf(release: Release): Schema {
  const series = seriesOfRelease(release)
  const patch = patchOf(release)
  const answers = new Map<Behaviour, boolean | string>()
  const behaviour = <B extends Behaviour>(name: B): BehaviourValue<B> => {
    const known = answers.get(name)
    const answer = known ?? behaviourAt(BEHAVIOURS[name], series, patch)
    if (known === undefined) answers.set(name, answer)
    return answer as BehaviourValue<B>
  }
  const directives = directiveTable(series, patch)
  let sentinel: readonly SentinelFacts[] | null = null
  const dialect: Dialect = { textMayFollowQuote: behaviour('text-may-follow-quote'), dropsByteFF: behaviour('drops-byte-ff') }
  const sentinelFacts = (): readonly SentinelFacts[] => (sentinel ??= sentinelDirectives(series))

  return {
    release,
    series,
    dialect,
    has: (name) => behaviour(name),
    behaviour,
    directive: (name) => directives.get(name.toLowerCase()),
    directives: () => directives.all(),
    commands: commandTable(series, behaviour('acl')),
    sentinelCommands: sentinelCommandTable(series, behaviour('sentinel-acl')),
    sentinel(subcommand) {
      const name = subcommand.toLowerCase()
      return sentinelFacts().find((facts) => facts.name === name || facts.aliases.includes(name)) ?? null
    },
    sentinelDirectives: sentinelFacts,
  }
}
