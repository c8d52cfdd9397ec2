/** The directives that a stock redis.conf 7.2 sets. */
const DIRECTIVES = `
bind 127.0.0.1 -::1
protected-mode yes
port 6379
tcp-backlog 511
timeout 0
tcp-keepalive 300
daemonize no
pidfile /var/run/redis_6379.pid
loglevel notice
logfile ""
databases 16
always-show-logo no
set-proc-title yes
proc-title-template "{title} {listen-addr} {server-mode}"
locale-collate ""
stop-writes-on-bgsave-error yes
rdbcompression yes
rdbchecksum yes
dbfilename dump.rdb
rdb-del-sync-files no
dir ./
replica-serve-stale-data yes
replica-read-only yes
repl-diskless-sync yes
repl-diskless-sync-delay 5
repl-diskless-sync-max-replicas 0
repl-diskless-load disabled
repl-disable-tcp-nodelay no
replica-priority 100
acllog-max-len 128
lazyfree-lazy-eviction no
lazyfree-lazy-expire no
lazyfree-lazy-server-del no
replica-lazy-flush no
lazyfree-lazy-user-del no
lazyfree-lazy-user-flush no
oom-score-adj no
oom-score-adj-values 0 200 800
disable-thp yes
appendonly no
appendfilename "appendonly.aof"
appenddirname "appendonlydir"
appendfsync everysec
no-appendfsync-on-rewrite no
auto-aof-rewrite-percentage 100
auto-aof-rewrite-min-size 64mb
aof-load-truncated yes
aof-use-rdb-preamble yes
aof-timestamp-enabled no
slowlog-log-slower-than 10000
slowlog-max-len 128
latency-monitor-threshold 0
notify-keyspace-events ""
hash-max-listpack-entries 512
hash-max-listpack-value 64
list-max-listpack-size -2
list-compress-depth 0
set-max-intset-entries 512
set-max-listpack-entries 128
set-max-listpack-value 64
zset-max-listpack-entries 128
zset-max-listpack-value 64
hll-sparse-max-bytes 3000
stream-node-max-bytes 4096
stream-node-max-entries 100
activerehashing yes
client-output-buffer-limit normal 0 0 0
client-output-buffer-limit replica 256mb 64mb 60
client-output-buffer-limit pubsub 32mb 8mb 60
hz 10
dynamic-hz yes
aof-rewrite-incremental-fsync yes
rdb-save-incremental-fsync yes
jemalloc-bg-thread yes
`.trim().split('\n')

const PROSE = `What follows sets how the server treats this part of its work. The value below is what it
would do without the line; it stands here so that it can be found and changed. Read the whole
paragraph before you do so: some values trade memory for time, others durability for speed, and
a few of them are only read when the process starts.

Examples of values people use, with the reason they give for them:

  a smaller one, on machines that run many instances side by side
  a larger one, where one instance has the machine to itself

Replicas and their primary are free to differ here, but it is seldom what was meant. When in
doubt measure with the load you have, not with the load that a benchmark makes up.`.split('\n')

/** As long as the stock redis.conf of 7.2, and shaped like it: 2,300 lines, nearly all of them comments. */
export function stockConfig(): string {
  const lines: string[] = []
  for (const [i, directive] of DIRECTIVES.entries()) {
    const [name = ''] = directive.split(' ')
    lines.push(`################################ ${name.toUpperCase()} ################################`, '')
    for (let n = 0; n < 28; n++) lines.push(`# ${PROSE[(i * 7 + n) % PROSE.length] ?? ''}`.trimEnd())
    lines.push(directive, '')
  }
  return `${lines.join('\n')}\n`
}
