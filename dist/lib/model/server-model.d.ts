import type { AclRule } from '../parser/acl-tree.js';
import type { Word } from '../parser/conf-tree.js';
import type { Location } from '../parser/source-file.js';
import type { Listener } from './exposure/listeners.js';
import type { DirectiveUse } from './project.js';
/** Where a value comes from: the compiled-in default, or the lines that set it, in load order. */
export type ValueOrigin = {
    readonly kind: 'default';
} | {
    readonly kind: 'set';
    readonly by: readonly [DirectiveUse, ...DirectiveUse[]];
};
/** A setting in force. */
export interface Setting {
    /** Canonical name in this release. */
    readonly name: string;
    /** As `CONFIG GET` prints it, one char a byte. */
    readonly value: string;
    readonly origin: ValueOrigin;
    /** Lines that say something about it without effect, because a later one replaced them. */
    readonly shadowed: readonly DirectiveUse[];
}
/** Why a server does not start. The first of {@link ServerModel.problems} is what it reports. */
export interface StartProblem extends Location {
    /** line: a line was refused while reading. acl: a line of the ACL file. start: refused after everything was read. */
    readonly stage: 'line' | 'acl' | 'start';
    /** The server's line number; 0 where it names none. */
    readonly line: number;
    /** What the server prints, in its words. */
    readonly message: string;
    /** What it logs before that, where that says more. */
    readonly detail?: string;
    /** What kind of problem, for rules: stable, kebab-case. */
    readonly code: ProblemCode;
    /** It dies of a signal instead of saying why. */
    readonly crash: boolean;
}
export type ProblemCode = 'unbalanced-quotes' | 'unknown-directive' | 'wrong-argument-count' | 'invalid-value' | 'missing-include' | 'include-cycle' | 'unusable-dir' | 'unusable-logfile' | 'rename-unknown-command' | 'rename-to-existing-command' | 'crash' | 'unclaimed-module-setting' | 'module-setting-without-value' | 'sentinel-directive' | 'sentinel-statement' | 'acl-user' | 'acl-file' | 'acl-file-missing' | 'aclfile-with-user-directives' | 'duplicate-user' | 'cluster-with-replicaof' | 'nowhere-to-listen' | 'unusable-address' | 'incomplete-tls' | 'unusable-certificate' | 'other';
export type Origin = 'unix' | 'loopback4' | 'loopback4-other' | 'loopback6' | 'network4' | 'network6';
/** unreachable: nobody listens there. denied: protected mode answers and closes. noauth: must log in. open: commands run as the default user. */
export type Reach = 'unreachable' | 'denied' | 'noauth' | 'open';
/** Why, not only whether: what decided is what a diagnostic points at. */
export interface ReachVerdict {
    readonly reach: Reach;
    readonly because: Because;
    /** null: unreachable. */
    readonly through: Listener | null;
}
export interface Verdict {
    readonly allowed: boolean;
    readonly because: Because;
}
export type Because = 
/** A rule of an ACL, where it stands. */
{
    readonly kind: 'rule';
    readonly rule: AclRule;
    readonly at: Location;
}
/** A directive: rename-command, enable-debug-command, … */
 | {
    readonly kind: 'directive';
    readonly use: DirectiveUse;
}
/** Where a user is declared, in a configuration or an ACL file; `what` its rules lack, where that decides. */
 | {
    readonly kind: 'declaration';
    readonly user: string;
    readonly at: Location;
    readonly what?: string;
}
/** What holds when nothing was said; `what` is a short phrase for people. */
 | {
    readonly kind: 'default';
    readonly what: string;
};
export interface AclUser {
    readonly name: string;
    /** null: the `default` user that nobody declared. */
    readonly declaredAt: Location | null;
    readonly enabled: boolean;
    readonly auth: 'nopass' | 'password' | 'none';
    /** As `ACL GETUSER` lists them: on, nopass, allkeys, sanitize-payload, … */
    readonly flags: readonly string[];
    /** SHA-256 in hex, in the order they were added. */
    readonly passwords: readonly string[];
    /** As `ACL GETUSER` prints them. */
    readonly keys: string;
    readonly channels: string;
    readonly commands: string;
    readonly selectors: readonly {
        readonly commands: string;
        readonly keys: string;
        readonly channels: string;
    }[];
    /**
     * A whole command line, as `ACL DRYRUN` takes it: keys and channels are found in it and checked too.
     *
     * @example server.users.get('app')?.can(['config', 'set', 'dir', '/x']).allowed
     */
    can(argv: readonly [string, ...string[]]): Verdict;
}
export interface ExposureOptions {
    /** Addresses of this host besides loopback; unknown means that any that is bound is taken as present. */
    readonly addresses?: readonly string[];
}
export interface Exposure {
    /** Every socket the server opens. */
    readonly listeners: readonly Listener[];
    from(origin: Origin): Reach;
    /** The same, with what decides it and the socket that lets them in. */
    why(origin: Origin): ReachVerdict;
    /** What somebody who has not logged in may run from there, and what decides it. */
    may(argv: readonly [string, ...string[]], origin: Origin): Verdict;
}
/** A value the server did not understand and said nothing about. */
export interface Misread {
    readonly use: DirectiveUse;
    readonly word: Word;
    /** As `CONFIG GET` prints what it took instead; null: the whole line was passed over. */
    readonly takenAs: string | null;
}
/** rename-command in effect. */
export interface Rename {
    readonly use: DirectiveUse;
    /** The name in the release's own table. */
    readonly command: string;
    /** null: removed. */
    readonly to: string | null;
}
/** A path that is not on this machine; the model goes on as if it were on the server. */
export interface AssumedPath {
    readonly use: DirectiveUse;
    /** Absolute. */
    readonly path: string;
}
/** What the server would be, had it been started with these files. */
export interface ServerModel {
    readonly starts: boolean;
    /** In the order the server meets them; the first is the one it reports. Later ones are what would come next, had it been mended. */
    readonly problems: readonly StartProblem[];
    /** What `CONFIG GET *` prints, by printed name: two names of one setting are two entries with one {@link Setting}. */
    readonly settings: ReadonlyMap<string, Setting>;
    /** Every setting once, by canonical name, also those that `CONFIG GET *` does not print. */
    readonly effective: readonly Setting[];
    /** Those of them that some line says something about. */
    readonly written: readonly Setting[];
    /** Aliases resolve, case does not matter; null for a name this release does not know. */
    setting(name: string): Setting | null;
    /** Every use of a directive, in effect or not, in load order. Aliases are one directive. */
    uses(name: string): readonly DirectiveUse[];
    /** By name; computed on first use. */
    readonly users: ReadonlyMap<string, AclUser>;
    exposure(options?: ExposureOptions): Exposure;
    readonly misreads: readonly Misread[];
    /** Lines that name a setting this release accepts and ignores. */
    readonly ignored: readonly DirectiveUse[];
    /** By original name, lower-case: commands that answer to another name, or none. */
    readonly renames: ReadonlyMap<string, Rename>;
    /** The `loadmodule` lines, in the order they are loaded. */
    readonly modules: readonly DirectiveUse[];
    /** Settings left to modules, by name: the last line of each. */
    readonly moduleSettings: ReadonlyMap<string, DirectiveUse>;
    readonly assumed: readonly AssumedPath[];
    /** Where `dir` left the server: relative paths of `aclfile`, `unixsocket` and the TLS files start there. */
    readonly directory: string;
}
