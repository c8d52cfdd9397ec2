
/**
 * What servers do differently from release to release, as change points. Add one here, with the
 * place the fact comes from, instead of comparing versions.
 */
export const BEHAVIOURS = {
  /** Integers are read with atoi: `10abc` is 10, `abc` is 0 (semantics (c)). */
  'lenient-integers': { 'redis-2.8': true, 'redis-6.0': false },
  /** `include` patterns with `*`, `?`, `[` go to glob(3) (semantics (b)). */
  'include-globs': { 'redis-2.8': false, 'redis-7.0': true },
  /** An unknown name with a dot is queued as a module's setting (semantics (a) 13). */
  'dotted-names-are-module-settings': { 'redis-2.8': false, 'redis-7.0': true },
  /** So is every unknown name with an argument (semantics-new (a) 1). */
  'any-name-is-module-setting': { 'redis-2.8': false, 'redis-8.0': true },
  /** ACL users exist. */
  'acl': { 'redis-2.8': false, 'redis-6.0': true },
  'acl-selectors': { 'redis-2.8': false, 'redis-7.0': true },
  /** `bind -addr`: an address that this host lacks is skipped. Before, the `-` makes a bad host name (semantics (f)). */
  'optional-bind-addresses': { 'redis-2.8': false, 'redis-6.2': true },
  /** `::*` is any IPv6 address, as `*` is any IPv4 address (semantics (f)). */
  'star-is-any-ipv6': { 'redis-2.8': false, 'redis-6.2': true },
  /** An address this host lacks ends the start; where false it is skipped with a warning (semantics (f)). */
  'absent-address-is-fatal': { 'redis-2.8': true, 'redis-4.0': false, 'redis-6.2': true },
  /** `bind ""` opens no TCP socket at all; before, the empty name can't be resolved (semantics (f)). */
  'empty-bind-listens-nowhere': { 'redis-2.8': false, 'redis-7.0': true },
  /** The last word on a failed socket is "Failed listening on port …" (measured: expose verdicts). */
  'listening-failure-names-port': { 'redis-2.8': false, 'redis-6.2': true },
  /** "Could not create server TCP listening socket", before: "Creating Server TCP listening socket" (measured). */
  'listening-failure-says-could-not': { 'redis-2.8': false, 'redis-5.0': true },
  /** Listeners are a table of connection types: tcp, unix, tls, named in lower case (server.c: initListeners; measured). */
  'unix-listener-before-tls': { 'redis-2.8': false, 'redis-7.2': true },
  /** Protected mode looks at the default user's password only, not at `bind` (networking.c: clientAcceptHandler). */
  'protected-mode-ignores-bind': { 'redis-2.8': false, 'redis-7.0': true },
  /** All of 127.0.0.0/8 is local, not only 127.0.0.1 (semantics (f)). */
  'all-of-127-is-local': { 'redis-2.8': false, 'redis-7.2': true },
  /** sentinel.c: initSentinelConfig. */
  'sentinel-turns-protected-mode-off': { 'redis-2.8': false, 'redis-5.0': true },
  /** `requirepass ""` asks for the empty password; later it means none (semantics (c)). */
  'empty-requirepass-asks': { 'redis-2.8': true, 'redis-5.0': false },
  'tls': { 'redis-2.8': false, 'redis-6.0': true },
  'text-may-follow-quote': { 'redis-2.8': false, 'valkey-9.1': true },
  'drops-byte-ff': { 'redis-2.8': false, 'valkey-8.1': true },
} as const

export type Behaviour = keyof typeof BEHAVIOURS
