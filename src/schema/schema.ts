import type { Dialect } from '../parser/dialect.ts'
import type { Behaviour } from './behaviours.ts'

/** A line of releases whose facts were measured on one build, e.g. `redis@7.2.6`. */
export interface Release {
  /** `redis@7.2.6` */
  readonly id: string
  readonly server: 'redis' | 'valkey'
  /** `7.2` */
  readonly series: string
  /** `7.2.6`: the build that was measured, or the patch that was asked for. */
  readonly version: string
}

/** How many arguments a directive takes after its name. `max` null: any number. */
export interface Arity {
  readonly min: number
  readonly max: number | null
  readonly multipleOf: number
}

export type ValueType =
  | 'bool' | 'int' | 'memory' | 'percent-or-memory' | 'octal' | 'enum' | 'string' | 'sds'
  /** Has its own setter: bind, save, client-output-buffer-limit, replicaof, user, include, … */
  | 'special'
  /** Accepted with any one argument, does nothing. */
  | 'ignored'

/** What one release knows of one directive. */
export interface DirectiveFacts {
  readonly name: string
  /** Other names of the same setting in this release. */
  readonly aliases: readonly string[]
  readonly type: ValueType
  readonly arity: Arity
  /** Flag multi_arg: one single argument is split again. */
  readonly multiArg: boolean
  /** Inclusive. `null`: the release does not check. */
  readonly min: bigint | null
  readonly max: bigint | null
  readonly values: readonly string[]
  /** As `CONFIG GET` prints the compiled-in default; null where it is not set or not a setting. */
  readonly default: string | null
  /** An empty value is stored as "not set". */
  readonly emptyIsNull: boolean
  /** `CONFIG SET` may change it on a running server. */
  readonly modifiable: boolean
  readonly flags: readonly ('hidden' | 'sensitive' | 'protected' | 'debug' | 'deny_loading' | 'volatile')[]
  /** Letters that notify-keyspace-events takes. */
  readonly allowedChars: string | null
}

/** A key specification of COMMAND INFO: where keys stand in a command line and what is done with them. */
export interface KeySpec {
  readonly flags: readonly string[]
  readonly begin:
    | { readonly type: 'index'; readonly index: number }
    | { readonly type: 'keyword'; readonly keyword: string; readonly startFrom: number }
    | { readonly type: 'unknown' }
  readonly find:
    | { readonly type: 'range'; readonly lastKey: number; readonly keyStep: number; readonly limit: number }
    | { readonly type: 'keynum'; readonly keyNumIndex: number; readonly firstKey: number; readonly keyStep: number }
    | { readonly type: 'unknown' }
}

/** A command or, with the full name `config|get`, a subcommand. */
export interface CommandFacts {
  readonly name: string
  readonly arity: number
  readonly flags: readonly string[]
  /** ACL categories without `@`; empty before 6.0. */
  readonly categories: readonly string[]
  readonly firstKey: number
  readonly lastKey: number
  readonly step: number
  readonly keySpecs: readonly KeySpec[]
  /** Full names; empty unless it is a container. */
  readonly subcommands: readonly string[]
}

export interface CommandTable {
  /** Lower-case full name. */
  get(name: string): CommandFacts | null
  /** All full names, containers and subcommands, in a fixed order: the position is the command's bit in ACL sets. */
  readonly names: readonly string[]
  /** ACL categories of the release. */
  readonly categories: readonly string[]
}

/** `sentinel <name> …` */
export interface SentinelFacts {
  readonly name: string
  readonly aliases: readonly string[]
  readonly arity: Arity
  readonly needsMaster: boolean
  /** What the last argument must be. */
  readonly lastArg: string
  /** When the line acts: since 6.2 lines are queued and replayed in this order. */
  readonly phase: 'file-order' | 'pre-monitor' | 'monitor' | 'post-monitor'
}

/** The facts of one release. The only way to learn what differs between releases. */
export interface Schema {
  readonly release: Release
  readonly dialect: Dialect
  /** Does this release behave so? The list, with the source of each fact, is in behaviours.ts. */
  has(behaviour: Behaviour): boolean
  /** Aliases resolve, case does not matter. null: this release does not know the name. */
  directive(name: string): DirectiveFacts | null
  /** Every directive of the release, canonical names, sorted. */
  directives(): readonly DirectiveFacts[]
  /** Commands of the server, or those a sentinel has. Before 6.0 without categories. */
  readonly commands: CommandTable
  readonly sentinelCommands: CommandTable
  sentinel(subcommand: string): SentinelFacts | null
  sentinelDirectives(): readonly SentinelFacts[]
}

