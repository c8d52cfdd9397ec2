import type { Dialect } from '../parser/dialect.js';
import type { Behaviour, BehaviourValue, Switch } from './behaviours.js';
import type { Series } from './timeline.js';
/** A release as it was asked for, and the measured build whose facts stand for it. */
export interface Release {
    /** `redis@7.2.6` */
    readonly id: string;
    readonly server: 'redis' | 'valkey';
    /** The series whose facts are used: `7.2`. */
    readonly series: string;
    /** `7.2.6`: the patch that was asked for, else the build that was measured. */
    readonly version: string;
    /** The patch was asked for, not only the series. */
    readonly exact: boolean;
    /** The build that was measured: `7.2.6`. */
    readonly measured: string;
    /**
     * Later than what was measured, be it a series (redis@8.4, or valkey@9.0, which lies between two measured ones)
     * or a patch: a name unknown here may be known there. Security repairs brought lua-enable-deprecated-api.
     */
    readonly newer: boolean;
}
/** How many arguments a directive takes after its name. `max` null: any number. */
export interface Arity {
    readonly min: number;
    readonly max: number | null;
    readonly multipleOf: number;
}
export type ValueType = 'bool' | 'int' | 'memory' | 'percent-or-memory' | 'octal' | 'enum' | 'string' | 'sds'
/** Has its own setter: bind, save, client-output-buffer-limit, replicaof, user, include, … */
 | 'special'
/** Accepted with any one argument, does nothing. */
 | 'ignored';
export type DirectiveFlag = 'hidden' | 'sensitive' | 'protected' | 'debug' | 'deny_loading' | 'volatile';
/** What one release knows of one directive. */
export interface DirectiveFacts {
    readonly name: string;
    /** Other names of the same setting in this release. */
    readonly aliases: readonly string[];
    readonly type: ValueType;
    /** Of a multi-argument directive: after a single argument was split again. */
    readonly arity: Arity;
    /** Flag multi_arg: one single argument is split again. */
    readonly multiArg: boolean;
    /** Inclusive. `null`: the release does not check. */
    readonly min: bigint | null;
    readonly max: bigint | null;
    readonly values: readonly string[];
    /** A `bool` for which any other word passes too and counts as `no` (lua-replicate-commands of Redis 5). */
    readonly lenient: boolean;
    /**
     * As `CONFIG GET` prints the compiled-in default; an unset text is `''`. null: not a setting
     * (include, user, …), ignored, or different on every machine (dir).
     */
    readonly default: string | null;
    /** Names under which `CONFIG GET *` prints it: in the order name, aliases; empty where it does not. */
    readonly shown: readonly string[];
    /** An empty value is stored as "not set". */
    readonly emptyIsNull: boolean;
    /** `CONFIG SET` may change it on a running server. */
    readonly modifiable: boolean;
    readonly flags: readonly DirectiveFlag[];
    /** Letters that notify-keyspace-events takes. */
    readonly allowedChars: string | null;
}
/** A key specification of COMMAND INFO: where keys stand in a command line and what is done with them. */
export interface KeySpec {
    readonly flags: readonly string[];
    readonly begin: {
        readonly type: 'index';
        readonly index: number;
    } | {
        readonly type: 'keyword';
        readonly keyword: string;
        readonly startFrom: number;
    } | {
        readonly type: 'unknown';
    };
    readonly find: {
        readonly type: 'range';
        readonly lastKey: number;
        readonly keyStep: number;
        readonly limit: number;
    } | {
        readonly type: 'keynum';
        readonly keyNumIndex: number;
        readonly firstKey: number;
        readonly keyStep: number;
    } | {
        readonly type: 'unknown';
    };
}
/** A command or, with the full name `config|get`, a subcommand. */
export interface CommandFacts {
    readonly name: string;
    readonly arity: number;
    readonly flags: readonly string[];
    /** ACL categories without `@`; empty before 6.0. */
    readonly categories: readonly string[];
    readonly firstKey: number;
    readonly lastKey: number;
    readonly step: number;
    /** Empty before 7.0. */
    readonly keySpecs: readonly KeySpec[];
    /** Full names; empty unless it is a container. */
    readonly subcommands: readonly string[];
}
export interface CommandTable {
    /** Lower-case full name. */
    get(name: string): CommandFacts | null;
    /** All full names, containers and subcommands, in a fixed order: the position is the command's bit in ACL sets. */
    readonly names: readonly string[];
    /** ACL categories of the release, in the order of `ACL CAT`; none before 6.0. */
    readonly categories: readonly string[];
}
/** `sentinel <name> …` */
export interface SentinelFacts {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly arity: Arity;
    readonly needsMaster: boolean;
    /** What the last argument must be. */
    readonly lastArg: SentinelArgument;
    /** When the line acts: since 6.2 lines are queued and replayed in this order. */
    readonly phase: 'file-order' | 'pre-monitor' | 'monitor' | 'post-monitor';
}
/** integer: atoi. unsigned: strtoull. executable: the path of a file that may be run. */
export type SentinelArgument = 'string' | 'integer' | 'unsigned' | 'yes-no' | 'executable';
/** The facts of one release. The only way to learn what differs between releases. */
export interface Schema {
    readonly release: Release;
    /** Where {@link Release.series} stands in the tree of releases. */
    readonly series: Series;
    readonly dialect: Dialect;
    /** Does this release behave so? The list, with the source of each fact, is in behaviours.ts. */
    has(behaviour: Switch): boolean;
    /** For behaviours with more than two forms. */
    behaviour<B extends Behaviour>(name: B): BehaviourValue<B>;
    /** Aliases resolve, case does not matter. null: this release does not know the name. */
    directive(name: string): DirectiveFacts | null;
    /** Every directive of the release, canonical names, sorted. */
    directives(): readonly DirectiveFacts[];
    /** Commands of the server, or those a sentinel has. Before 6.0 without categories. */
    readonly commands: CommandTable;
    /** What a sentinel answers. Before 6.2, where ACLs have no effect on it, without categories. */
    readonly sentinelCommands: CommandTable;
    /** Aliases resolve, case does not matter. */
    sentinel(subcommand: string): SentinelFacts | null;
    sentinelDirectives(): readonly SentinelFacts[];
}
