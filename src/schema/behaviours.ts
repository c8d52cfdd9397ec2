import { at, type Series } from './timeline.ts'

/**
 * What servers do differently from release to release, as change points. To add one, add an entry
 * with the place its fact comes from; never compare versions instead. A behaviour that only names
 * later change points is false before them.
 *
 * `redis-7.2.6` is a change point within a series: from that patch on, for that series alone.
 * Sources name the server's file and function; "measured" was seen on the servers themselves.
 */
export const BEHAVIOURS = {
  // Words and lines
  /** In a quoted word's wake more text may follow (measured: valkey 9.1.2). */
  'text-may-follow-quote': { 'valkey-9.1': true },
  /** The byte 0xFF is deleted from configuration text (measured: valkey 8.1.1, 9.1.2). */
  'drops-byte-ff': { 'valkey-8.1': true },
  /** An unknown name with a dot and an argument is queued as a module's setting (config.c:loadServerConfigFromString). */
  'dotted-names-are-module-settings': { 'redis-7.0': true },
  /** So is every unknown name with an argument, include and rename-command with a wrong count too (measured: redis 8.0.2, 8.0.6). */
  'any-name-is-module-setting': { 'redis-8.0': true },
  /** A dotted name without argument has a text of its own: "Module config specified without value" (measured: 7.0.15 to 9.1.2). */
  'names-module-setting-without-value': { 'redis-7.0': true, 'redis-8.0': false },
  /** Before giving up on unclaimed module settings, logs each: `all` with value, or `one` by name (measured). */
  'logs-unclaimed-module-settings': { 'redis-2.8': 'none', 'redis-8.0': 'all', 'valkey-8.0': 'one' },
  /** Settings are compared name by name, as C strings; then looked up in a table (config.c:lookupConfig; measured: 6.0.16, 7.0.15 to 9.1.2). */
  'setting-names-end-at-nul': { 'redis-2.8': true, 'redis-7.0': false },
  /** A wrong count has a text of its own: for table directives from 6.0, for others (but include, rename-command, user, loadmodule) from 7.0. */
  'names-wrong-count': { 'redis-2.8': 'never', 'redis-6.0': 'table', 'redis-7.0': 'most' },
  /** The header of a fatal error says which server it is: `(Redis 6.2.16)`, `(Version 8.0.1)`. */
  'fatal-header-names-version': { 'redis-6.0': true },

  // Values
  /** Integers are read with atoi: `10abc` is 10, `abc` is 0; only the table's bounds are tested (measured: 2.8 to 5.0). */
  'lenient-integers': { 'redis-2.8': true, 'redis-6.0': false },
  /** `1tb`: taken as its digits, as 0, or refused (util.c:memtoll; measured). */
  'unknown-memory-unit': { 'redis-2.8': 'digits', 'redis-3.2': 'zero', 'redis-6.0': 'refused' },
  /** `-1gb` is stored as it is (measured: 2.8 to 5.0). */
  'negative-memory': { 'redis-2.8': true, 'redis-6.0': false },
  /** Where the digits of a memory value stop: at int64, at uint64, or refused beyond it (util.c:memtoll, memtoull). */
  'memory-overflow': { 'redis-2.8': 'int64', 'redis-7.0': 'uint64', 'valkey-9.1': 'refused' },
  /** The three numbers of client-output-buffer-limit are read with atoi and without looking at units (measured: up to 6.2). */
  'lenient-output-buffer-limit': { 'redis-2.8': true, 'redis-7.0': false },
  /** `replica` is a class of client-output-buffer-limit beside `slave` (measured). */
  'replica-client-class': { 'redis-5.0': true },
  /** Octal values are tested to the last character; before, `abc` and `0o755` are 0 (measured). */
  'strict-octal': { 'redis-7.0': true },
  /** Bounds of unsigned longs are compared as uint64, so that -1 passes for cluster-blacklist-ttl (measured: valkey 8.0 to 9.1). */
  'unsigned-long-bounds': { 'valkey-8.0': true },
  /** Enum errors begin "argument(s) must" and list what fits into 255 characters (config.c:enumConfigSet). */
  'enum-error-of-many': { 'redis-7.0': true },
  /** requirepass takes 512 bytes at most (config.c, CONFIG_AUTHPASS_MAX_LEN; measured). */
  'long-passwords-refused': { 'redis-2.8': true, 'redis-6.2': false },
  /** A module file must be executable, which a file that came over replication is not (redis#6257; measured on 6.0.16). */
  'modules-need-execute-permission': { 'redis-2.8': false, 'redis-6.0': true },
  /** Log levels are told without `verbose`, which is one (config.c:loadServerConfigFromString; measured: 2.8.24). */
  'log-level-error-forgets-verbose': { 'redis-2.8': true, 'redis-3.2': false },
  /** `requirepass ""` asks for the empty password; later it means none (measured). */
  'empty-requirepass-asks': { 'redis-2.8': true, 'redis-5.0': false },
  /** An empty appendfilename is refused (measured). */
  'empty-appendfilename-refused': { 'redis-7.0': true },
  /** An empty dbfilename is refused (measured). */
  'empty-dbfilename-refused': { 'valkey-8.0': true },
  /** An empty cluster-config-file is refused at its line; before, a node can't lock it (measured: 6.0.16 to 8.0.6, valkey 8.0.1 to 9.1.2). */
  'empty-cluster-config-file-refused': { 'valkey-8.0': true },
  /** cluster-announce-ip refuses control bytes, most punctuation and more than 45 bytes (measured: valkey 9.1.2). */
  'announce-ip-checked': { 'valkey-9.1': true },
  /** What cluster-announce-human-nodename may hold: most punctuation is out, the colon came in, then control bytes went (measured with each char). */
  'node-name-allows': { 'redis-2.8': 'no-colon', 'valkey-8.0': 'colon', 'valkey-9.1': 'no-control-bytes' },
  /** Percentiles are read with strtod, which knows hexadecimal (measured: 7.0.15 to 8.1.1; not valkey 9.1.2). */
  'hexadecimal-percentiles': { 'redis-7.0': true, 'valkey-9.1': false },
  /** A replication backlog is never smaller than 16 kb, whatever the line says (measured: 2.8.24; replication.c:resizeReplicationBacklog). */
  'backlog-has-least-size': { 'redis-2.8': true, 'redis-6.0': false },
  /** "Invalid primary port", not "Invalid master port" (measured). */
  'says-primary': { 'valkey-8.0': true },
  /** `CONFIG GET` prints `watchdog-period`, which a file cannot say (config.c:configGetCommand; measured: 2.8.24 to 6.2.16); later it is a hidden directive. */
  'prints-watchdog-period': { 'redis-2.8': true, 'redis-7.0': false },
  /** The port of replicaof is a full number from 0 to 65535 (measured). */
  'replica-port-checked': { 'redis-6.0': true },
  /** `replicaof no one` clears; before, it names the host `no` (measured). */
  'replicaof-no-one': { 'redis-6.0': true },

  // save
  /** The default save points vanish with any argument or file (server.c:main; measured: 2.8 to 6.0). */
  'save-defaults-vanish': { 'redis-2.8': true, 'redis-6.2': false },
  /** The first `save` line of each parsed text wipes all before it, whatever its arguments (measured: 6.2). */
  'first-save-of-text-wipes': { 'redis-6.2': true, 'redis-7.0': false },
  /** `save` with a count that makes no sense is ignored without a word (measured: up to 6.2). */
  'save-takes-any-count': { 'redis-2.8': true, 'redis-7.0': false },
  /** After an include every `save` line of the including text replaces what was there (config.c:setConfigSaveOption, reading_config_file). */
  'save-after-include-replaces': { 'redis-7.0': true },

  // Including and the end of the text
  /** `include` patterns with `*`, `?`, `[` go to glob(3), and matches are concatenated (measured). */
  'include-globs': { 'redis-7.0': true },
  /** "can't open config file" gives the system's reason (measured). */
  'include-error-has-reason': { 'redis-6.0': true },
  /** A `dir` that can't be entered is an error of its line; before, only a log line tells (measured). */
  'dir-error-has-line': { 'redis-7.0': true },
  /** `dir ""` has a text of its own (measured: valkey 8.0.1 to 9.1.2). */
  'names-empty-dir': { 'valkey-8.0': true },
  /** The log file is opened once the text is read, not at its line (measured). */
  'logfile-opened-at-end': { 'redis-7.0': true },
  /** Cluster mode beside replicaof: the error shows the replicaof line (measured: up to 6.2). */
  'cluster-replicaof-has-line': { 'redis-2.8': true, 'redis-7.0': false },
  /** … and dies of SIGSEGV where an include follows that line (measured: 5.0 to 6.2; the check is the same from 3.2 on). */
  'cluster-replicaof-crashes-after-include': { 'redis-3.2': true, 'redis-7.0': false },
  /** hz is brought into 1 to 500; where not, hz 0 dies of SIGFPE (measured: not in 6.0). */
  'hz-clamped': { 'redis-2.8': true, 'redis-6.0': false, 'redis-6.2': true },
  /** Cluster mode forces `databases` to 1 (measured; valkey 9.1 keeps it and uses cluster-databases). */
  'cluster-forces-one-database': { 'redis-7.2': true, 'valkey-9.1': false },
  /** io-threads above 16 becomes 16 (measured: valkey 8.0). */
  'io-threads-clamped': { 'valkey-8.0': true, 'valkey-8.1': false },

  // Starting
  /** A cluster node looks at its own settings, then come modules and ACL users, and last TLS and listeners; before, these were first (server.c:main; measured). */
  'acl-before-listeners': { 'redis-7.2': true },
  /** locale-collate is tried at start (measured). */
  'locale-checked': { 'redis-7.2': true },
  /** A locale of the environment that is not there is fatal while locale-collate is empty (measured: until 8.1, 8.0.6). */
  'environment-locale-checked': { 'redis-7.2': true, 'valkey-9.1': false },

  // Commands
  /** `rename-command config|get x` fails an assertion: the process aborts (measured). */
  'rename-subcommand-crashes': { 'redis-7.0': true },
  /** After a connection used a renamed command, its old name works there until another command comes between (measured: 8.0.6). */
  'renamed-command-answers-to-old-name': { 'redis-8.0': true },
  /** enable-protected-configs, enable-debug-command and enable-module-command close what was open to all (measured). */
  'enable-switches': { 'redis-7.0': true },

  // ACL
  /** ACL users exist. */
  'acl': { 'redis-6.0': true },
  /** Rules for channels: `&pattern`, allchannels, resetchannels (acl.c:ACLSetUser; measured). */
  'acl-channels': { 'redis-6.2': true },
  'acl-selectors': { 'redis-7.0': true },
  /** `%R~`, `%W~`, `%RW~`. */
  'acl-key-permissions': { 'redis-7.0': true },
  /** `db=`, alldbs, resetdbs (measured: valkey 9.1.2). */
  'acl-databases': { 'valkey-9.1': true },
  /** Subcommands are commands: `+config|nosuch` is unknown, `-config|get` exists (measured). */
  'acl-knows-subcommands': { 'redis-7.0': true },
  /** `+config|get` after `+config` or `+@all` is refused (measured: 6.0). */
  'acl-subcommand-of-allowed-refused': { 'redis-6.0': true, 'redis-6.2': false },
  /** sanitize-payload and skip-sanitize-payload are rules (measured). */
  'acl-sanitize-rules': { 'redis-6.2': true },
  /** … and show as flags (measured: no more in valkey 9.1). */
  'acl-sanitize-flags': { 'redis-6.2': true, 'valkey-9.1': false },
  /** A user starts with the sanitize-payload flag; before, only `reset` sets it (measured). */
  'acl-fresh-user-sanitizes': { 'redis-7.2': true },
  /** A second `user` line, or line of the ACL file, for one name is fatal; before, it replaces the first (measured). */
  'acl-duplicate-user-refused': { 'redis-7.0': true },
  /** The error of a `user` line names the word two places to the left of the bad one (acl.c:ACLAppendUserForLoading; measured). */
  'acl-error-names-wrong-word': { 'redis-7.0': true },
  /** `(` within an open selector drops what was open; later a syntax error (measured: 7.0). */
  'acl-nested-selector-discards': { 'redis-7.0': true, 'redis-7.2': false },
  /** Before any line is read `errno` is that of a file that is not there, of a locale's as a rule: an open selector is told so (measured: 7.0.15, but for LC_ALL=C). */
  'errno-tells-absent-file-at-start': { 'redis-7.0': true, 'redis-7.2': false },
  /** In an ACL file `(` that is not closed, after another rule, kills the server (measured: all from 7.0). */
  'acl-file-open-selector-crashes': { 'redis-7.0': true },
  /** `%` alone passes and crashes ACL LIST (measured; a syntax error in 8.0.6, 8.1.1, 9.1.2). */
  'acl-lone-percent-passes': { 'redis-7.0': true, 'redis-8.0': false, 'valkey-8.1': false },
  /** So does `%~x` (measured, and read from the tags). */
  'acl-percent-without-letter-passes': {
    'redis-7.0': true, 'redis-7.2.6': false, 'redis-7.4.1': false, 'redis-8.0': false,
    'valkey-7.2.7': false, 'valkey-8.0.1': false, 'valkey-8.1': false,
  },
  /** ACL GETUSER and LIST print the command rules as they were given; before, rules that come to the same (measured). */
  'acl-remembers-command-rules': { 'redis-7.2': true },
  /** `default` is there before its line in an ACL file, which resets it: it has the sanitize-payload flag (measured: 6.2). */
  'acl-file-resets-default': { 'redis-6.0': true, 'redis-7.0': false },
  /** An unknown command in an ACL file is told with the rule, each of them; other faults once a line (measured: from 7.0). */
  'acl-file-names-unknown-rule': { 'redis-7.0': true },
  /** Key specifications that begin at a keyword (STREAMS, STORE) are flagged incomplete, so that the command itself looks for the keys (measured: COMMAND of 8.0.2, not of 8.0.6). */
  'key-specs-from-keyword-incomplete': { 'redis-8.0': true, 'redis-8.0.6': false },
  /** The word behind STORE of SORT is no option itself (measured: 8.0.2, not 8.0.6). */
  'sort-store-takes-next-word': { 'redis-8.0': true, 'redis-8.0.6': false },
  /** A number of keys that is no `int` makes no sense to a key specification; before, its low 32 bits count (measured with 4294967297: 7.0.15 to 9.1.2). */
  'key-count-beyond-int-refused': { 'redis-8.0': true, 'valkey-9.1': true },
  /** GEORADIUS itself looks for STORE from the seventh word on; where it was the sixth, the unit may be missing (measured: 8.0.2; 6.0.16 and valkey 9.1.2). */
  'georadius-store-behind-unit': { 'redis-8.0': true, 'redis-8.0.6': false },
  /** Commands flagged no_auth need no grant; before, only AUTH (measured: 6.0.16, 7.0.15). */
  'acl-exempts-no-auth': { 'redis-6.2': true },
  /** requirepass reaches the default user at its line; later, once the text is read (measured: 6.0). */
  'requirepass-set-at-line': { 'redis-6.0': true, 'redis-6.2': false },

  // Network
  'protected-mode': { 'redis-3.2': true },
  /** Protected mode looks at the default user's password only, not at `bind` (networking.c:clientAcceptHandler; measured). */
  'protected-mode-ignores-bind': { 'redis-7.0': true },
  /** All of 127.0.0.0/8 is local, not only 127.0.0.1 (measured). */
  'all-of-127-is-local': { 'redis-7.2': true },
  /** `bind -addr`: an address that this host lacks is skipped. Before, the `-` makes a bad host name (measured). */
  'optional-bind-addresses': { 'redis-6.2': true },
  /** `::*` is any IPv6 address, as `*` is any IPv4 address (measured). */
  'star-is-any-ipv6': { 'redis-6.2': true },
  /** An address this host lacks ends the start; where false it is skipped with a warning while another works (measured). */
  'absent-address-is-fatal': { 'redis-2.8': true, 'redis-4.0': false, 'redis-6.2': true },
  /** An address of a protocol the host lacks is skipped (anet.c, read). */
  'unsupported-protocol-skipped': { 'redis-4.0': true },
  /** `bind ""` opens no TCP socket at all; before, the empty name can't be resolved (measured). */
  'empty-bind-listens-nowhere': { 'redis-7.0': true },
  /** The last word on a failed socket is "Failed listening on port …", after a warning that names the address (measured). */
  'listening-failure-names-port': { 'redis-6.2': true },
  /** "Could not create server TCP listening socket", before: "Creating Server TCP listening socket" (measured). */
  'listening-failure-says-could-not': { 'redis-5.0': true },
  /** … for the bus of a cluster node too; in 6.2 the warning is all it says (cluster.c:clusterInit, read; measured from 7.0.15 on). */
  'bus-failure-names-port': { 'redis-7.0': true },
  /** The highest port of a cluster node is "55535 or less", before: "lower than 55535" (measured: 6.0.16, 7.0.15 to 9.1.2; cluster.c, read for the others). */
  'cluster-port-limit-says-or-less': { 'redis-6.2': true },
  /** "Failed opening Unix socket", before: "Opening Unix socket" (measured: 6.0.16, 7.0.15 to 9.1.2; 6.2 server.c:initServer, read). */
  'socket-failure-says-failed': { 'redis-7.0': true },
  /** A socket path of 108 bytes or more is refused; before, the system gets as much of it as fits (anet.c:anetUnixServer; measured: 6.0.16, 7.0.15 to 9.1.2). */
  'long-socket-path-refused': { 'redis-7.0': true },
  /** Listeners are a table of connection types: tcp, unix, tls, named in lower case (server.c:initListeners; measured). */
  'unix-listener-before-tls': { 'redis-7.2': true },
  'tls': { 'redis-6.0': true },
  /** The tls- directives exist in builds without TLS too (config.c). */
  'tls-directives-in-every-build': { 'redis-7.2': true },

  // Sentinel
  /** `sentinel` lines are queued and replayed by phase; before, they act where they stand (sentinel.c:loadSentinelConfigFromQueue). */
  'sentinel-queue': { 'redis-6.2': true },
  /** Host names need `sentinel resolve-hostnames yes`; before, they are always resolved (measured). */
  'sentinel-hostnames-need-consent': { 'redis-6.2': true },
  /** ACL users work in sentinel mode; before, they are read and ignored (measured). */
  'sentinel-acl': { 'redis-6.2': true },
  /** Protected mode is off before the file is read (sentinel.c:initSentinelConfig, read). */
  'sentinel-turns-protected-mode-off': { 'redis-5.0': true },
  /** `sentinel monitor` with port 0 is refused (measured: 2.8). */
  'sentinel-port-zero-refused': { 'redis-2.8': true, 'redis-3.2': false },
  /** Other sentinels go by address, so `known-sentinel` counts without a run id; later such a line is ignored (measured: 2.8; sentinel.c, read). */
  'sentinels-go-by-address': { 'redis-2.8': true, 'redis-3.2': false },
} as const

export type Behaviour = keyof typeof BEHAVIOURS

type Values<T> = T[keyof T]
/** The forms a behaviour takes; false where it has no change point yet. */
export type BehaviourValue<B extends Behaviour> = B extends Switch ? boolean : Values<(typeof BEHAVIOURS)[B]>

/** Behaviours that are so or not. */
export type Switch = Values<{ [B in Behaviour]: Values<(typeof BEHAVIOURS)[B]> extends boolean ? B : never }>

/** A series, or a patch of one: `redis-7.2.6`. */
type ChangePoint = Series | `${Series}.${number}`
export type BehaviourTimeline = Readonly<Partial<Record<ChangePoint, boolean | string>>>

/** What `series` does, at one of its patches. */
export function behaviourAt(timeline: BehaviourTimeline, series: Series, patch: number): boolean | string {
  let latest = -1
  for (const point of Object.keys(timeline)) {
    if (!point.startsWith(`${series}.`)) continue
    const from = Number(point.slice(series.length + 1))
    if (from <= patch && from > latest) latest = from
  }
  if (latest >= 0) return timeline[`${series}.${latest}`] ?? false
  return at(timeline, series) ?? false
}

