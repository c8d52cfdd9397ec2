import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MEASURED } from '../../src/schema/releases.ts'
import type { Series } from '../../src/schema/timeline.ts'

/** The build that was measured for a series, as its folder is called: `redis-7.2.6`. */
function buildOf(series: Series): string {
  return `${series.slice(0, series.indexOf('-'))}-${MEASURED[series]}`
}

export interface MeasuredArity {
  readonly exact?: number
  readonly min?: number
  readonly max?: number
  readonly any?: true
  readonly multipleOf?: number
  readonly evenOrEmptyString?: true
  readonly oneOf?: readonly number[]
}

export interface MeasuredDirective {
  readonly type: string
  readonly args: MeasuredArity
  readonly aliases?: readonly string[]
  readonly default?: string | number | null
  readonly min?: number | string
  readonly max?: number | string
  readonly enum?: readonly string[]
  readonly multiArg?: boolean
  readonly modifiable?: boolean
  readonly emptyIsNull?: boolean
  readonly flags?: readonly string[]
  readonly allowedChars?: string
  readonly strict?: boolean
}

export interface MeasuredKeySpec {
  readonly flags: readonly string[]
  readonly begin_search: readonly unknown[]
  readonly find_keys: readonly unknown[]
}

export interface MeasuredCommand {
  readonly arity: number
  readonly flags: readonly string[]
  readonly categories?: readonly string[]
  readonly aclCategories?: readonly string[]
  readonly firstKey?: number
  readonly lastKey?: number
  readonly step?: number
  readonly keySpecs?: readonly MeasuredKeySpec[]
  readonly subcommands?: Readonly<Record<string, MeasuredCommand>>
}

interface MeasuredSentinel {
  readonly name: string
  readonly aliases: readonly string[]
  readonly args: MeasuredArity
  readonly needsMaster: boolean
  readonly lastArg: string
  readonly phase: string
}

/** Everything that was measured on one build. */
export interface Facts {
  readonly directives: Readonly<Record<string, MeasuredDirective>>
  readonly deprecatedIgnored: readonly { readonly name: string }[]
  readonly configGet: Readonly<Record<string, string>>
  readonly commands: Readonly<Record<string, MeasuredCommand>>
  readonly sentinelCommands: Readonly<Record<string, MeasuredCommand>>
  readonly sentinel: Readonly<Record<string, MeasuredSentinel>>
}

const json = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))

export function readFacts(folder: string, series: Series): Facts {
  const build = buildOf(series)
  const table = json(folder, build, 'directives.json') as Pick<Facts, 'directives' | 'deprecatedIgnored'>
  const commandsOfSentinel = join(folder, build, 'commands-sentinel.json')
  return {
    directives: table.directives,
    deprecatedIgnored: table.deprecatedIgnored,
    configGet: (json(folder, build, 'config-get.json') as { values: Facts['configGet'] }).values,
    commands: json(folder, build, 'commands.json') as Facts['commands'],
    sentinelCommands: existsSync(commandsOfSentinel) ? (json(commandsOfSentinel) as Facts['commands']) : {},
    sentinel: (json(folder, build, 'sentinel.json') as { subdirectives: Facts['sentinel'] }).subdirectives,
  }
}

/** What `ACL CAT <category>` lists; from 6.0 on. */
export function readCategories(folder: string, series: Series): Readonly<Record<string, readonly string[]>> {
  return (json(folder, buildOf(series), 'acl-cat.json') as { byCategory: Record<string, readonly string[]> }).byCategory
}

/** name → server → series → `all` or `6.0.7..6.0.20`: the patches that accept the name. */
export type FirstSeen = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

export function readFirstSeen(folder: string): FirstSeen {
  return (json(folder, 'first-seen.json') as { directives: FirstSeen }).directives
}
