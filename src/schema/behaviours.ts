
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
  'tls': { 'redis-2.8': false, 'redis-6.0': true },
  'text-may-follow-quote': { 'redis-2.8': false, 'valkey-9.1': true },
  'drops-byte-ff': { 'redis-2.8': false, 'valkey-8.1': true },
} as const

export type Behaviour = keyof typeof BEHAVIOURS
