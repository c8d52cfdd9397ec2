/** Servers that grew out of Redis and read a redis.conf with directives of their own. */
export const FORKS = { keydb: 'KeyDB', dragonfly: 'Dragonfly' } as const

export type Fork = keyof typeof FORKS

/** From their documentation. */
const DIRECTIVES: Readonly<Record<Fork, ReadonlySet<string>>> = {
  keydb: new Set([
    'server-threads', 'server-thread-affinity', 'min-clients-per-thread', 'active-replica', 'multi-master', 'multi-master-no-forward', 'replica-weighting-factor',
    'force-backlog-disk-reserve', 'storage-provider', 'enable-motd', 'db-s3-object', 'active-client-balancing', 'replica-quorum', 'allow-rdb-resize-op', 'time-thread-priority',
    'keydb', 'testmode', 'scratch-file-path', 'use-fork', 'prefetch-enabled', 'enable-async-commands', 'enable-async-rehash', 'enable-keydb-fastsync',
  ]),
  dragonfly: new Set(['proactor_threads', 'cache_mode', 'snapshot_cron', 'primary_port_http_enabled', 'admin_port', 'admin_bind', 'admin_nopass', 'dbnum', 'keys_output_limit', 'default_lua_flags']),
}

/** The fork that knows a directive. */
export function forkWith(name: string): Fork | null {
  return (Object.keys(DIRECTIVES) as Fork[]).find((fork) => DIRECTIVES[fork].has(name)) ?? null
}
