import { type Series } from './timeline.js';
/**
 * What servers do differently from release to release, as change points. To add one, add an entry
 * with the place its fact comes from; never compare versions instead. A behaviour that only names
 * later change points is false before them.
 *
 * `redis-7.2.6` is a change point within a series: from that patch on, for that series alone.
 * Sources name the server's file and function; "measured" was seen on the servers themselves.
 */
export declare const BEHAVIOURS: {
    /** In a quoted word's wake more text may follow (measured: valkey 9.1.2). */
    readonly 'text-may-follow-quote': {
        readonly 'valkey-9.1': true;
    };
    /** The byte 0xFF is deleted from configuration text (measured: valkey 8.1.1, 9.1.2). */
    readonly 'drops-byte-ff': {
        readonly 'valkey-8.1': true;
    };
    /** An unknown name with a dot and an argument is queued as a module's setting (config.c:loadServerConfigFromString). */
    readonly 'dotted-names-are-module-settings': {
        readonly 'redis-7.0': true;
    };
    /** So is every unknown name with an argument, include and rename-command with a wrong count too (measured: redis 8.0.2, 8.0.6). */
    readonly 'any-name-is-module-setting': {
        readonly 'redis-8.0': true;
    };
    /** A dotted name without argument has a text of its own: "Module config specified without value" (measured: 7.0.15 to 9.1.2). */
    readonly 'names-module-setting-without-value': {
        readonly 'redis-7.0': true;
        readonly 'redis-8.0': false;
    };
    /** Before giving up on unclaimed module settings, logs each: `all` with value, or `one` by name (measured). */
    readonly 'logs-unclaimed-module-settings': {
        readonly 'redis-2.8': "none";
        readonly 'redis-8.0': "all";
        readonly 'valkey-8.0': "one";
    };
    /** Settings are compared name by name, as C strings; then looked up in a table (config.c:lookupConfig; measured: 6.0.16, 7.0.15 to 9.1.2). */
    readonly 'setting-names-end-at-nul': {
        readonly 'redis-2.8': true;
        readonly 'redis-7.0': false;
    };
    /** A wrong count has a text of its own: for table directives from 6.0, for others (but include, rename-command, user, loadmodule) from 7.0. */
    readonly 'names-wrong-count': {
        readonly 'redis-2.8': "never";
        readonly 'redis-6.0': "table";
        readonly 'redis-7.0': "most";
    };
    /** The header of a fatal error says which server it is: `(Redis 6.2.16)`, `(Version 8.0.1)`. */
    readonly 'fatal-header-names-version': {
        readonly 'redis-6.0': true;
    };
    /** Integers are read with atoi: `10abc` is 10, `abc` is 0; only the table's bounds are tested (measured: 2.8 to 5.0). */
    readonly 'lenient-integers': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.0': false;
    };
    /** `1tb`: taken as its digits, as 0, or refused (util.c:memtoll; measured). */
    readonly 'unknown-memory-unit': {
        readonly 'redis-2.8': "digits";
        readonly 'redis-3.2': "zero";
        readonly 'redis-6.0': "refused";
    };
    /** `-1gb` is stored as it is (measured: 2.8 to 5.0). */
    readonly 'negative-memory': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.0': false;
    };
    /** Where the digits of a memory value stop: at int64, at uint64, or refused beyond it (util.c:memtoll, memtoull). */
    readonly 'memory-overflow': {
        readonly 'redis-2.8': "int64";
        readonly 'redis-7.0': "uint64";
        readonly 'valkey-9.1': "refused";
    };
    /** The three numbers of client-output-buffer-limit are read with atoi and without looking at units (measured: up to 6.2). */
    readonly 'lenient-output-buffer-limit': {
        readonly 'redis-2.8': true;
        readonly 'redis-7.0': false;
    };
    /** `replica` is a class of client-output-buffer-limit beside `slave` (measured). */
    readonly 'replica-client-class': {
        readonly 'redis-5.0': true;
    };
    /** Octal values are tested to the last character; before, `abc` and `0o755` are 0 (measured). */
    readonly 'strict-octal': {
        readonly 'redis-7.0': true;
    };
    /** Bounds of unsigned longs are compared as uint64, so that -1 passes for cluster-blacklist-ttl (measured: valkey 8.0 to 9.1). */
    readonly 'unsigned-long-bounds': {
        readonly 'valkey-8.0': true;
    };
    /** Enum errors begin "argument(s) must" and list what fits into 255 characters (config.c:enumConfigSet). */
    readonly 'enum-error-of-many': {
        readonly 'redis-7.0': true;
    };
    /** requirepass takes 512 bytes at most (config.c, CONFIG_AUTHPASS_MAX_LEN; measured). */
    readonly 'long-passwords-refused': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.2': false;
    };
    /** A module file must be executable, which a file that came over replication is not (redis#6257; measured on 6.0.16). */
    readonly 'modules-need-execute-permission': {
        readonly 'redis-2.8': false;
        readonly 'redis-6.0': true;
    };
    /** Log levels are told without `verbose`, which is one (config.c:loadServerConfigFromString; measured: 2.8.24). */
    readonly 'log-level-error-forgets-verbose': {
        readonly 'redis-2.8': true;
        readonly 'redis-3.2': false;
    };
    /** `requirepass ""` asks for the empty password; later it means none (measured). */
    readonly 'empty-requirepass-asks': {
        readonly 'redis-2.8': true;
        readonly 'redis-5.0': false;
    };
    /** An empty appendfilename is refused (measured). */
    readonly 'empty-appendfilename-refused': {
        readonly 'redis-7.0': true;
    };
    /** An empty dbfilename is refused (measured). */
    readonly 'empty-dbfilename-refused': {
        readonly 'valkey-8.0': true;
    };
    /** An empty cluster-config-file is refused at its line; before, a node can't lock it (measured: 6.0.16 to 8.0.6, valkey 8.0.1 to 9.1.2). */
    readonly 'empty-cluster-config-file-refused': {
        readonly 'valkey-8.0': true;
    };
    /** cluster-announce-ip refuses control bytes, most punctuation and more than 45 bytes (measured: valkey 9.1.2). */
    readonly 'announce-ip-checked': {
        readonly 'valkey-9.1': true;
    };
    /** What cluster-announce-human-nodename may hold: most punctuation is out, the colon came in, then control bytes went (measured with each char). */
    readonly 'node-name-allows': {
        readonly 'redis-2.8': "no-colon";
        readonly 'valkey-8.0': "colon";
        readonly 'valkey-9.1': "no-control-bytes";
    };
    /** Percentiles are read with strtod, which knows hexadecimal (measured: 7.0.15 to 8.1.1; not valkey 9.1.2). */
    readonly 'hexadecimal-percentiles': {
        readonly 'redis-7.0': true;
        readonly 'valkey-9.1': false;
    };
    /** A replication backlog is never smaller than 16 kb, whatever the line says (measured: 2.8.24; replication.c:resizeReplicationBacklog). */
    readonly 'backlog-has-least-size': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.0': false;
    };
    /** "Invalid primary port", not "Invalid master port" (measured). */
    readonly 'says-primary': {
        readonly 'valkey-8.0': true;
    };
    /** `CONFIG GET` prints `watchdog-period`, which a file cannot say (config.c:configGetCommand; measured: 2.8.24 to 6.2.16); later it is a hidden directive. */
    readonly 'prints-watchdog-period': {
        readonly 'redis-2.8': true;
        readonly 'redis-7.0': false;
    };
    /** The port of replicaof is a full number from 0 to 65535 (measured). */
    readonly 'replica-port-checked': {
        readonly 'redis-6.0': true;
    };
    /** `replicaof no one` clears; before, it names the host `no` (measured). */
    readonly 'replicaof-no-one': {
        readonly 'redis-6.0': true;
    };
    /** The default save points vanish with any argument or file (server.c:main; measured: 2.8 to 6.0). */
    readonly 'save-defaults-vanish': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.2': false;
    };
    /** The first `save` line of each parsed text wipes all before it, whatever its arguments (measured: 6.2). */
    readonly 'first-save-of-text-wipes': {
        readonly 'redis-6.2': true;
        readonly 'redis-7.0': false;
    };
    /** `save` with a count that makes no sense is ignored without a word (measured: up to 6.2). */
    readonly 'save-takes-any-count': {
        readonly 'redis-2.8': true;
        readonly 'redis-7.0': false;
    };
    /** After an include every `save` line of the including text replaces what was there (config.c:setConfigSaveOption, reading_config_file). */
    readonly 'save-after-include-replaces': {
        readonly 'redis-7.0': true;
    };
    /** `include` patterns with `*`, `?`, `[` go to glob(3), and matches are concatenated (measured). */
    readonly 'include-globs': {
        readonly 'redis-7.0': true;
    };
    /** "can't open config file" gives the system's reason (measured). */
    readonly 'include-error-has-reason': {
        readonly 'redis-6.0': true;
    };
    /** A `dir` that can't be entered is an error of its line; before, only a log line tells (measured). */
    readonly 'dir-error-has-line': {
        readonly 'redis-7.0': true;
    };
    /** `dir ""` has a text of its own (measured: valkey 8.0.1 to 9.1.2). */
    readonly 'names-empty-dir': {
        readonly 'valkey-8.0': true;
    };
    /** The log file is opened once the text is read, not at its line (measured). */
    readonly 'logfile-opened-at-end': {
        readonly 'redis-7.0': true;
    };
    /** Cluster mode beside replicaof: the error shows the replicaof line (measured: up to 6.2). */
    readonly 'cluster-replicaof-has-line': {
        readonly 'redis-2.8': true;
        readonly 'redis-7.0': false;
    };
    /** … and dies of SIGSEGV where an include follows that line (measured: 5.0 to 6.2; the check is the same from 3.2 on). */
    readonly 'cluster-replicaof-crashes-after-include': {
        readonly 'redis-3.2': true;
        readonly 'redis-7.0': false;
    };
    /** hz is brought into 1 to 500; where not, hz 0 dies of SIGFPE (measured: not in 6.0). */
    readonly 'hz-clamped': {
        readonly 'redis-2.8': true;
        readonly 'redis-6.0': false;
        readonly 'redis-6.2': true;
    };
    /** Cluster mode forces `databases` to 1 (measured; valkey 9.1 keeps it and uses cluster-databases). */
    readonly 'cluster-forces-one-database': {
        readonly 'redis-7.2': true;
        readonly 'valkey-9.1': false;
    };
    /** io-threads above 16 becomes 16 (measured: valkey 8.0). */
    readonly 'io-threads-clamped': {
        readonly 'valkey-8.0': true;
        readonly 'valkey-8.1': false;
    };
    /** A cluster node looks at its own settings, then come modules and ACL users, and last TLS and listeners; before, these were first (server.c:main; measured). */
    readonly 'acl-before-listeners': {
        readonly 'redis-7.2': true;
    };
    /** locale-collate is tried at start (measured). */
    readonly 'locale-checked': {
        readonly 'redis-7.2': true;
    };
    /** A locale of the environment that is not there is fatal while locale-collate is empty (measured: until 8.1, 8.0.6). */
    readonly 'environment-locale-checked': {
        readonly 'redis-7.2': true;
        readonly 'valkey-9.1': false;
    };
    /** `rename-command config|get x` fails an assertion: the process aborts (measured). */
    readonly 'rename-subcommand-crashes': {
        readonly 'redis-7.0': true;
    };
    /** After a connection used a renamed command, its old name works there until another command comes between (measured: 8.0.6). */
    readonly 'renamed-command-answers-to-old-name': {
        readonly 'redis-8.0': true;
    };
    /** enable-protected-configs, enable-debug-command and enable-module-command close what was open to all (measured). */
    readonly 'enable-switches': {
        readonly 'redis-7.0': true;
    };
    /** ACL users exist. */
    readonly acl: {
        readonly 'redis-6.0': true;
    };
    /** Rules for channels: `&pattern`, allchannels, resetchannels (acl.c:ACLSetUser; measured). */
    readonly 'acl-channels': {
        readonly 'redis-6.2': true;
    };
    readonly 'acl-selectors': {
        readonly 'redis-7.0': true;
    };
    /** `%R~`, `%W~`, `%RW~`. */
    readonly 'acl-key-permissions': {
        readonly 'redis-7.0': true;
    };
    /** `db=`, alldbs, resetdbs (measured: valkey 9.1.2). */
    readonly 'acl-databases': {
        readonly 'valkey-9.1': true;
    };
    /** Subcommands are commands: `+config|nosuch` is unknown, `-config|get` exists (measured). */
    readonly 'acl-knows-subcommands': {
        readonly 'redis-7.0': true;
    };
    /** `+config|get` after `+config` or `+@all` is refused (measured: 6.0). */
    readonly 'acl-subcommand-of-allowed-refused': {
        readonly 'redis-6.0': true;
        readonly 'redis-6.2': false;
    };
    /** sanitize-payload and skip-sanitize-payload are rules (measured). */
    readonly 'acl-sanitize-rules': {
        readonly 'redis-6.2': true;
    };
    /** … and show as flags (measured: no more in valkey 9.1). */
    readonly 'acl-sanitize-flags': {
        readonly 'redis-6.2': true;
        readonly 'valkey-9.1': false;
    };
    /** A user starts with the sanitize-payload flag; before, only `reset` sets it (measured). */
    readonly 'acl-fresh-user-sanitizes': {
        readonly 'redis-7.2': true;
    };
    /** A second `user` line, or line of the ACL file, for one name is fatal; before, it replaces the first (measured). */
    readonly 'acl-duplicate-user-refused': {
        readonly 'redis-7.0': true;
    };
    /** The error of a `user` line names the word two places to the left of the bad one (acl.c:ACLAppendUserForLoading; measured). */
    readonly 'acl-error-names-wrong-word': {
        readonly 'redis-7.0': true;
    };
    /** `(` within an open selector drops what was open; later a syntax error (measured: 7.0). */
    readonly 'acl-nested-selector-discards': {
        readonly 'redis-7.0': true;
        readonly 'redis-7.2': false;
    };
    /** Before any line is read `errno` is that of a file that is not there, of a locale's as a rule: an open selector is told so (measured: 7.0.15, but for LC_ALL=C). */
    readonly 'errno-tells-absent-file-at-start': {
        readonly 'redis-7.0': true;
        readonly 'redis-7.2': false;
    };
    /** In an ACL file `(` that is not closed, after another rule, kills the server (measured: all from 7.0). */
    readonly 'acl-file-open-selector-crashes': {
        readonly 'redis-7.0': true;
    };
    /** `%` alone passes and crashes ACL LIST (measured; a syntax error in 8.0.6, 8.1.1, 9.1.2). */
    readonly 'acl-lone-percent-passes': {
        readonly 'redis-7.0': true;
        readonly 'redis-8.0': false;
        readonly 'valkey-8.1': false;
    };
    /** So does `%~x` (measured, and read from the tags). */
    readonly 'acl-percent-without-letter-passes': {
        readonly 'redis-7.0': true;
        readonly 'redis-7.2.6': false;
        readonly 'redis-7.4.1': false;
        readonly 'redis-8.0': false;
        readonly 'valkey-7.2.7': false;
        readonly 'valkey-8.0.1': false;
        readonly 'valkey-8.1': false;
    };
    /** ACL GETUSER and LIST print the command rules as they were given; before, rules that come to the same (measured). */
    readonly 'acl-remembers-command-rules': {
        readonly 'redis-7.2': true;
    };
    /** `default` is there before its line in an ACL file, which resets it: it has the sanitize-payload flag (measured: 6.2). */
    readonly 'acl-file-resets-default': {
        readonly 'redis-6.0': true;
        readonly 'redis-7.0': false;
    };
    /** An unknown command in an ACL file is told with the rule, each of them; other faults once a line (measured: from 7.0). */
    readonly 'acl-file-names-unknown-rule': {
        readonly 'redis-7.0': true;
    };
    /** Key specifications that begin at a keyword (STREAMS, STORE) are flagged incomplete, so that the command itself looks for the keys (measured: COMMAND of 8.0.2, not of 8.0.6). */
    readonly 'key-specs-from-keyword-incomplete': {
        readonly 'redis-8.0': true;
        readonly 'redis-8.0.6': false;
    };
    /** The word behind STORE of SORT is no option itself (measured: 8.0.2, not 8.0.6). */
    readonly 'sort-store-takes-next-word': {
        readonly 'redis-8.0': true;
        readonly 'redis-8.0.6': false;
    };
    /** A number of keys that is no `int` makes no sense to a key specification; before, its low 32 bits count (measured with 4294967297: 7.0.15 to 9.1.2). */
    readonly 'key-count-beyond-int-refused': {
        readonly 'redis-8.0': true;
        readonly 'valkey-9.1': true;
    };
    /** GEORADIUS itself looks for STORE from the seventh word on; where it was the sixth, the unit may be missing (measured: 8.0.2; 6.0.16 and valkey 9.1.2). */
    readonly 'georadius-store-behind-unit': {
        readonly 'redis-8.0': true;
        readonly 'redis-8.0.6': false;
    };
    /** Commands flagged no_auth need no grant; before, only AUTH (measured: 6.0.16, 7.0.15). */
    readonly 'acl-exempts-no-auth': {
        readonly 'redis-6.2': true;
    };
    /** requirepass reaches the default user at its line; later, once the text is read (measured: 6.0). */
    readonly 'requirepass-set-at-line': {
        readonly 'redis-6.0': true;
        readonly 'redis-6.2': false;
    };
    readonly 'protected-mode': {
        readonly 'redis-3.2': true;
    };
    /** Protected mode looks at the default user's password only, not at `bind` (networking.c:clientAcceptHandler; measured). */
    readonly 'protected-mode-ignores-bind': {
        readonly 'redis-7.0': true;
    };
    /** All of 127.0.0.0/8 is local, not only 127.0.0.1 (measured). */
    readonly 'all-of-127-is-local': {
        readonly 'redis-7.2': true;
    };
    /** `bind -addr`: an address that this host lacks is skipped. Before, the `-` makes a bad host name (measured). */
    readonly 'optional-bind-addresses': {
        readonly 'redis-6.2': true;
    };
    /** `::*` is any IPv6 address, as `*` is any IPv4 address (measured). */
    readonly 'star-is-any-ipv6': {
        readonly 'redis-6.2': true;
    };
    /** An address this host lacks ends the start; where false it is skipped with a warning while another works (measured). */
    readonly 'absent-address-is-fatal': {
        readonly 'redis-2.8': true;
        readonly 'redis-4.0': false;
        readonly 'redis-6.2': true;
    };
    /** An address of a protocol the host lacks is skipped (anet.c, read). */
    readonly 'unsupported-protocol-skipped': {
        readonly 'redis-4.0': true;
    };
    /** `bind ""` opens no TCP socket at all; before, the empty name can't be resolved (measured). */
    readonly 'empty-bind-listens-nowhere': {
        readonly 'redis-7.0': true;
    };
    /** The last word on a failed socket is "Failed listening on port …", after a warning that names the address (measured). */
    readonly 'listening-failure-names-port': {
        readonly 'redis-6.2': true;
    };
    /** "Could not create server TCP listening socket", before: "Creating Server TCP listening socket" (measured). */
    readonly 'listening-failure-says-could-not': {
        readonly 'redis-5.0': true;
    };
    /** … for the bus of a cluster node too; in 6.2 the warning is all it says (cluster.c:clusterInit, read; measured from 7.0.15 on). */
    readonly 'bus-failure-names-port': {
        readonly 'redis-7.0': true;
    };
    /** The highest port of a cluster node is "55535 or less", before: "lower than 55535" (measured: 6.0.16, 7.0.15 to 9.1.2; cluster.c, read for the others). */
    readonly 'cluster-port-limit-says-or-less': {
        readonly 'redis-6.2': true;
    };
    /** "Failed opening Unix socket", before: "Opening Unix socket" (measured: 6.0.16, 7.0.15 to 9.1.2; 6.2 server.c:initServer, read). */
    readonly 'socket-failure-says-failed': {
        readonly 'redis-7.0': true;
    };
    /** A socket path of 108 bytes or more is refused; before, the system gets as much of it as fits (anet.c:anetUnixServer; measured: 6.0.16, 7.0.15 to 9.1.2). */
    readonly 'long-socket-path-refused': {
        readonly 'redis-7.0': true;
    };
    /** Listeners are a table of connection types: tcp, unix, tls, named in lower case (server.c:initListeners; measured). */
    readonly 'unix-listener-before-tls': {
        readonly 'redis-7.2': true;
    };
    readonly tls: {
        readonly 'redis-6.0': true;
    };
    /** The tls- directives exist in builds without TLS too (config.c). */
    readonly 'tls-directives-in-every-build': {
        readonly 'redis-7.2': true;
    };
    /** `sentinel` lines are queued and replayed by phase; before, they act where they stand (sentinel.c:loadSentinelConfigFromQueue). */
    readonly 'sentinel-queue': {
        readonly 'redis-6.2': true;
    };
    /** Host names need `sentinel resolve-hostnames yes`; before, they are always resolved (measured). */
    readonly 'sentinel-hostnames-need-consent': {
        readonly 'redis-6.2': true;
    };
    /** ACL users work in sentinel mode; before, they are read and ignored (measured). */
    readonly 'sentinel-acl': {
        readonly 'redis-6.2': true;
    };
    /** Protected mode is off before the file is read (sentinel.c:initSentinelConfig, read). */
    readonly 'sentinel-turns-protected-mode-off': {
        readonly 'redis-5.0': true;
    };
    /** `sentinel monitor` with port 0 is refused (measured: 2.8). */
    readonly 'sentinel-port-zero-refused': {
        readonly 'redis-2.8': true;
        readonly 'redis-3.2': false;
    };
    /** Other sentinels go by address, so `known-sentinel` counts without a run id; later such a line is ignored (measured: 2.8; sentinel.c, read). */
    readonly 'sentinels-go-by-address': {
        readonly 'redis-2.8': true;
        readonly 'redis-3.2': false;
    };
};
export type Behaviour = keyof typeof BEHAVIOURS;
type Values<T> = T[keyof T];
/** The forms a behaviour takes; false where it has no change point yet. */
export type BehaviourValue<B extends Behaviour> = B extends Switch ? boolean : Values<(typeof BEHAVIOURS)[B]>;
/** Behaviours that are so or not. */
export type Switch = Values<{
    [B in Behaviour]: Values<(typeof BEHAVIOURS)[B]> extends boolean ? B : never;
}>;
/** A series, or a patch of one: `redis-7.2.6`. */
type ChangePoint = Series | `${Series}.${number}`;
export type BehaviourTimeline = Readonly<Partial<Record<ChangePoint, boolean | string>>>;
/** What `series` does, at one of its patches. */
export declare function behaviourAt(timeline: BehaviourTimeline, series: Series, patch: number): boolean | string;
export {};
