/** One start of a server. Text is one char a byte. */
export interface OracleCase {
  readonly files: Readonly<Record<string, string>>
  /** The default is the first of `files`. */
  readonly sentinel?: true
  readonly executable?: readonly string[]
  /** Sent as AUTH before CONFIG GET. */
  readonly auth?: readonly string[]
}

const conf = (text: string, more: Readonly<Record<string, string>> = {}): OracleCase => ({ files: { 'redis.conf': text, ...more } })
const lines = (...texts: readonly string[]): OracleCase[] => texts.map((text) => conf(`${text}\n`))
const each = (name: string, ...values: readonly string[]): OracleCase[] => lines(...values.map((value) => `${name} ${value}`))

const MASTER = 'sentinel monitor m 127.0.0.1 6379 2\n'
const sentinel = (text: string, more: Partial<OracleCase> = {}): OracleCase =>
  ({ ...more, files: { 'sentinel.conf': text, ...more.files }, sentinel: true })

const words: readonly OracleCase[] = [
  ...lines(
    '', '   ', '\t# c', '\f', '\v\f', '\f# c', '#', '"port" 0', 'PORT 0', 'pOrT\t0', 'port=1', 'port: 1', '--port 1', '; x', '// x y',
    '""', "''", '"" x', "proc-title-template it's", 'syslog-ident "a b"', "syslog-ident 'a b'", 'syslog-ident a"b c"', "syslog-ident a'b'", 'syslog-ident "a"b', 'syslog-ident "a""b"', "syslog-ident \"a\"'b'",
    'syslog-ident ""x', 'syslog-ident "a" b', 'syslog-ident "a"\vb', 'syslog-ident "a\\x41b"', 'syslog-ident "a\\x4"', 'syslog-ident "\\q\\"\\n"', "syslog-ident 'a\\'b'", "syslog-ident 'a\\nb'", 'syslog-ident a\\nb',
    'syslog-ident "a', "syslog-ident 'a", 'syslog-ident "a\\', 'syslog-ident a\\', 'syslog-ident a#b', 'syslog-ident a # b', 'syslog-ident "a#b"', 'syslog-ident a\vb', 'syslog-ident\va', 'syslog-ident \fa', 'syslog-ident a\rtimeout',
    'syslog-ident a\xe9', 'syslog-ident \xff', 'syslog\xff-ident a', 'syslog-ident "\\xff"', 'syslog-ident "a\\x00b"', '"timeout"5', '"time"out 5', '\xef\xbb\xbftimeout 5', '\xef\xbb\xbf# c', '\xef\xbb\xbf', '\xef\xbb\xbf#redis.conf x',
    'timeout 5#x', 'timeout 5 # x', 'timeout "5"', "timeout ''", 'timeout', 'timeout 1 2', 'nosuch', 'nosuch 1', 'no.such', 'no.such 1', 'max.memory 1gb\nmaxmemory 2gb',
  ),
  conf('timeout 5\r\nmaxmemory 1mb\r\n'), conf('timeout 5\rmaxmemory 1mb\r'), conf('# c\rtimeout 5\r'), conf('timeout 5'), conf('syslog-ident a\0zzz\nb\n'), conf('timeout 5\0\nmaxmemory 1mb\n'),
  conf(`syslog-ident ${'x'.repeat(1100)}\n`), conf(`# ${'x'.repeat(3000)}\ntimeout 5\n`), conf(`syslog-ident ${'x'.repeat(1022)}\0y\nz\n`), conf(`timeout ${' '.repeat(2000)}7\n`),
]

const values: readonly OracleCase[] = [
  ...each('appendonly', 'yes', 'YES', 'no', 'true', '1', 'on', '""', 'yes no'),
  ...each('timeout', '0', '10', '10abc', 'abc', '" 5"', '+5', '05', '-0', '-1', '1.5', '1e3', '1k', '4294967297', '9223372036854775808', '99999999999999999999', '2147483648'),
  ...each('tcp-keepalive', '-1', '0', 'x'), ...each('hz', '0', '1', '500', '501', '-5'), ...each('databases', '0', '1', '16', 'x'),
  ...each('maxmemory', '0', '1', '1b', '1k', '1kb', '1KB', '1m', '1mb', '1g', '1gb', '1Gb', '1tb', '1t', '1.5gb', '1 gb', '50%', '-1', '""', 'kb', 'gb', 'abc', '007', '+1', '0x10', '9223372036854775807', '9223372036854775808', '18446744073709551615', '18446744073709551616', '18446744073709551615gb', '18014398509481984kb', '99999999999999999999999gb'),
  ...each('maxmemory-clients', '0', '1mb', '50%', '0%', '100%', '101%', '-5%', '5.5%', '%', '5 %'),
  ...each('maxmemory-policy', 'allkeys-lru', 'ALLKEYS-LRU', 'allkeys-lfu', 'lru', '""'), ...each('maxmemory-samples', '0', '1', '-1', 'x'),
  ...each('loglevel', 'notice', 'NOTICE', 'Info', 'nothing', 'warn'), ...each('appendfsync', 'always', 'EverySec', 'sometimes'),
  ...each('unixsocketperm', '700', '0700', '755', '8', 'abc', '1000', '0o755', '777', '-1', '""'),
  ...each('notify-keyspace-events', '""', 'KEA', 'Kx', 'g$lshzxeKE', 't', 'm', 'd', 'n', 'Q', 'kea', 'AKE AKE'),
  ...each('client-output-buffer-limit', 'normal 0 0 0', 'pubsub 32mb 8mb 60', 'slave 256mb 64mb 60', 'replica 256mb 64mb 60', 'REPLICA 1 1 1', 'master 0 0 0', 'nobody 0 0 0', 'normal 0 0', 'normal 0 0 0 0', 'normal 1tb 0 0', 'normal 0 1.5gb 0', 'normal 0 0 x', 'normal 0 0 -1', 'normal 1mb 1mb 10 pubsub 2mb 2mb 20', '"normal 1mb 1mb 10"', 'normal 1mb 1mb 60s', ''),
  ...each('save', '900 1', '900', '""', "''", '" "', 'no', '900 1 300 10', '"900 1"', '"900 1 300 10"', '60s 1', 'abc 1', '0 1', '60 0', '60 -1', '-60 1', '60 1 60', '60 x', '', '60 1\nsave 60 1', '60 1\nsave ""', '""\nsave 60 1', '60 1\nsave\nsave 30 2'),
  ...each('bind', '127.0.0.1', '127.0.0.1 ::1', '"127.0.0.1 ::1"', '127.0.0.1 -::1', '-127.0.0.1', '*', '* -::*', '::', '0.0.0.0', '127.0.0.1,::1', '127.0.0.1 127.0.0.1', '""', '', '127.0.0.1 # vpn', '-9.9.9.9', '127.0.0.1 -9.9.9.9', `"127.0.0.1 '"`, Array(16).fill('127.0.0.1').join(' '), Array(17).fill('127.0.0.1').join(' ')),
  ...each('replicaof', 'no one', 'NO ONE', '127.0.0.1 6379', '127.0.0.1 0', '127.0.0.1 70000', '127.0.0.1 -1', '127.0.0.1 abc', '"127.0.0.1 1"', '127.0.0.1', '127.0.0.1 1\nreplicaof no one'),
  ...each('slaveof', 'no one', '127.0.0.1 1'), ...each('slave-priority', '10\nreplica-priority 20', '10', '-1'), ...each('replica-priority', '20\nslave-priority 10'),
  ...each('oom-score-adj', 'yes', 'no', 'relative', 'absolute', 'x'), ...each('oom-score-adj-values', '0 200 800', '0 200', '0 2001 800', '0 -1 800', '"0 200 800"', '800 200 0', 'a b c'),
  ...each('shutdown-on-sigint', 'default', 'save', 'nosave now', 'save nosave', '"nosave force"', '', 'safe', 'x', 'save save'),
  ...each('latency-tracking-info-percentiles', '50 99', '"50 99.9"', '101', '-1', 'x', '""', '', '50.0000001'),
  ...each('tls-auth-clients', 'yes', 'optional', 'maybe'), ...each('io-threads', '1', '4', '16', '17', '128', '129', '0'), ...each('port', '6379', '65535', '65536', '-1', 'x'),
  ...each('repl-ping-replica-period', '1', '0', '10'), ...each('cluster-node-timeout', '0', '15000'), ...each('slowlog-max-len', '1k', '10', '-1'), ...each('list-max-ziplist-size', '-2', '-2x'), ...each('list-max-ziplist-entries', 'x', 'x y'),
  ...each('active-defrag-threshold-lower', '10', '0', '1001'), ...each('auto-aof-rewrite-percentage', '100', '-1', '0'), ...each('auto-aof-rewrite-min-size', '64mb', '64', 'x'), ...each('hash-max-ziplist-entries', '128', '1k'), ...each('hash-max-ziplist-value', '64', '1k'),
  ...each('repl-backlog-size', '1mb', '0', '1'), ...each('client-query-buffer-limit', '1gb', '1mb', '1000'), ...each('proto-max-bulk-len', '512mb', '1mb', '1000'), ...each('stream-node-max-bytes', '4096', 'x'), ...each('lfu-log-factor', '10', '-1'), ...each('cluster-migration-barrier', '1', '-1'),
  ...each('appendfilename', 'a.aof', '"a b.aof"', 'a/b', 'a\\b', '""'), ...each('dbfilename', 'a.rdb', '../a', '""', 'a\\b'), ...each('appenddirname', 'd', 'a/b', '""'), ...each('cluster-announce-hostname', 'a.b-c', 'a_b', '""', 'x'.repeat(256)), ...each('cluster-announce-ip', '1.2.3.4', 'a b', '"a b"', '""', 'x'.repeat(50)),
  ...each('proc-title-template', '"{title} {config-file}"', '{nosuch}', '""', '{title'), ...each('supervised', 'no', 'auto', 'maybe'), ...each('syslog-facility', 'local0', 'LOCAL7', 'local8'), ...each('locale-collate', 'C'), ...each('set-proc-title', 'no', '0'),
  { ...conf('requirepass foo\n'), auth: ['foo'] }, { ...conf('requirepass "a b"\n'), auth: ['a b'] }, { ...conf(`requirepass ${'x'.repeat(513)}\n`), auth: ['x'.repeat(513)] }, { ...conf('requirepass abc#def\n'), auth: ['abc#def'] }, { ...conf('requirepass "a\\x00b"\n'), auth: ['a\0b'] }, ...lines('requirepass foo bar', 'requirepass ""', 'requirepass', 'masterauth foo bar', 'masteruser ""'),
]

const includes: readonly OracleCase[] = [
  conf('timeout 1\ninclude a.conf\n', { 'a.conf': 'timeout 2\n' }), conf('include a.conf\ntimeout 1\n', { 'a.conf': 'timeout 2\n' }), conf('include "a.conf"\n', { 'a.conf': 'timeout 2' }),
  conf('include nofile.conf\n'), conf('include\n'), conf('include a.conf b.conf\n', { 'a.conf': '', 'b.conf': '' }), conf('include conf.d\n', { 'conf.d/a.conf': 'timeout 2\n' }),
  conf('include conf.d/*.conf\n', { 'conf.d/10.conf': 'timeout 10\n', 'conf.d/9.conf': 'timeout 9\n' }), conf('include conf.d/*.conf\n', { 'conf.d/a.txt': 'timeout 10\n' }), conf('include nodir/*.conf\n'),
  conf('include conf.d/*.conf\n', { 'conf.d/.hidden.conf': 'timeout 10\n', 'conf.d/B.conf': 'timeout 1\n', 'conf.d/a.conf': 'timeout 2\n' }), conf('include conf.d/*.conf\n', { 'conf.d/a.conf': 'timeout 1', 'conf.d/b.conf': '2\n' }), conf('include conf.d/*.conf\n', { 'conf.d/a.conf': 'timeout 1\n', 'conf.d/b.conf': '\nnosuch\n' }),
  conf('include x[1].conf\n', { 'x[1].conf': 'timeout 3\n', 'x1.conf': 'timeout 4\n' }), conf('include a?.conf\n', { 'a1.conf': 'timeout 5\n' }), conf('include {a,b}.conf\n', { 'a.conf': '' }), conf('include ~/a.conf\n'),
  conf('dir sub\ninclude a.conf\n', { 'sub/a.conf': 'timeout 5\n', 'a.conf': 'timeout 6\n' }), conf('include sub/a.conf\n', { 'sub/a.conf': 'include b.conf\n', 'b.conf': 'timeout 7\n', 'sub/b.conf': 'timeout 8\n' }), conf('include a.conf\ninclude b.conf\n', { 'a.conf': 'dir sub\n', 'sub/b.conf': 'timeout 1\n' }),
  conf('include redis.conf\n'), conf('include a.conf\n', { 'a.conf': 'include b.conf\n', 'b.conf': 'include a.conf\n' }), conf('include a.conf\ninclude a.conf\n', { 'a.conf': 'timeout 1\n' }), conf('timeout x\ninclude nofile\n'), conf('include nofile\ntimeout x\n'),
  conf('include a.conf\n', { 'a.conf': '\n\ntimeout x\n' }), conf('include a.conf\nnosuch\n', { 'a.conf': '\n\n\n' }), conf('include a.conf\nsave 20 2\nsave 30 3\n', { 'a.conf': 'save 10 1\n' }), conf('include nodir/*.conf\nsave 20 2\nsave 30 3\n'), conf('save 20 2\ninclude a.conf\n', { 'a.conf': 'save 10 1\nsave 11 1\n' }), conf('save 20 2\ninclude a.conf\nsave 30 3\n', { 'a.conf': '' }),
  conf('include a.conf\nrename-command GET g\n', { 'a.conf': 'rename-command GET h\n' }), conf('bind 127.0.0.1\ninclude a.conf\n', { 'a.conf': 'bind ::1\n' }), conf('client-output-buffer-limit normal 1mb 1mb 1\ninclude a.conf\n', { 'a.conf': 'client-output-buffer-limit pubsub 1mb 1mb 1\n' }),
  conf('cluster-enabled yes\nreplicaof 1.1.1.1 1\ninclude a.conf\n', { 'a.conf': '' }), conf('cluster-enabled yes\ninclude a.conf\n', { 'a.conf': 'replicaof 1.1.1.1 1\n' }), conf('include a.conf\ninclude b.conf\n', { 'a.conf': 'max.memory 1\n', 'b.conf': 'timeout x\n' }),
]

const late: readonly OracleCase[] = [
  ...lines(
    'cluster-enabled yes', 'cluster-enabled yes\nreplicaof 1.1.1.1 1', 'replicaof 1.1.1.1 1\ncluster-enabled yes', 'cluster-enabled yes\nreplicaof no one', 'cluster-enabled yes\ndatabases 4', 'logfile nodir/x.log', 'logfile nodir/x.log\nlogfile ""', 'logfile sub', 'dir nodir', 'dir .', 'dir ""', 'dir nodir\ntimeout x',
    'loadmodule nosuch.so', 'loadmodule', 'nosuch.thing 1\ntimeout x', 'nosuch.thing 1\nrename-command GET', 'include a b', 'rename-command X', 'rdma-port 1', 'rdma-bind 127.0.0.1', 'rdma-port 0',
    'tls-port 6380', 'tls-cert-file nofile', 'tls-port 6380\ntls-cert-file c', 'tls-port 6380\ntls-cert-file c\ntls-key-file k', 'tls-port 6380\ntls-cert-file c\ntls-key-file k\ntls-auth-clients no', 'tls-port 6380\ntls-cert-file c\ntls-key-file k\ntls-ca-cert-file a', 'tls-replication yes', 'tls-cluster yes', 'tls-port 6380\ntls-cert-file c\ntls-key-file k\ntls-ca-cert-dir nodir\ntls-protocols "TLSv1.2 x"', 'tls-protocols x', 'tls-protocols TLSv1.2 TLSv1.3', 'tls-port 0',
    'user a on +get', 'user a on +nosuch', 'user a on nosuch', 'user a on +nosuch\ntimeout x', 'user a on\nuser a off', 'user', 'user "a b" on', 'user a on >x\naclfile u.acl', 'user a on\ntls-port 6380', 'user a on +@nosuch', 'user a on +config|get', 'user default off', 'user default on nopass', 'aclfile nofile', 'aclfile ""', 'acl-pubsub-default allchannels', 'acl-pubsub-default x',
    'rename-command CONFIG ""', 'rename-command CONFIG', 'rename-command config x\nrename-command config y', 'rename-command CONFIG GET', 'rename-command CONFIG config', 'rename-command NOSUCH x', 'rename-command CONFIG x\nrename-command x y', 'rename-command GET x\nrename-command SET GET', 'rename-command config|get x', 'rename-command GET "a b"', 'rename-command ""  x', 'rename-command GET ""\nrename-command SET get', 'rename-command FLUSHALL ""rename-command FLUSHDB ""',
    'enable-debug-command local', 'enable-module-command yes', 'enable-protected-configs maybe', 'protected-mode no', 'activerehashing no\nactiverehashing yes', 'sentinel', 'sentinel monitor m 127.0.0.1 6379 2', 'lua-replicate-commands x', 'io-threads-do-reads x', 'dynamic-hz maybe', 'list-max-ziplist-entries 1 2', 'gopher-enabled yes', 'jemalloc-bg-thread no', 'slaveof 1.1.1.1 1\nslave-read-only no', 'watchdog-period 5', 'ignore-warnings ARM64-COW-BUG', 'min-slaves-to-write 1\nmin-replicas-to-write 2', 'lua-time-limit 1\nbusy-reply-threshold 2', 'daemonize no', 'always-show-logo no', 'import-mode yes', 'hash-seed abc', 'lua-enable-insecure-api yes',
    'bind "" 127.0.0.1', 'bind 127.0.0.1 ""', 'bind "" ""', 'bind ""', 'bind "" \ncluster-enabled yes', 'bind ::1%1', 'bind ::1%lo', 'bind fe80::1%0', 'bind ff02::1', 'bind ::0.0.0.1', 'bind a..b', `bind ${'a'.repeat(64)}`, 'bind -10.1.2.3 *',
    'cluster-enabled yes\nport 60000', 'cluster-enabled yes\nport 60000\nuser a on +nosuch', 'cluster-enabled yes\nport 60000\ntls-port 7778', 'cluster-enabled yes\ncluster-port 6379', 'cluster-enabled yes\ncluster-config-file nodir/n', 'cluster-enabled yes\ncluster-config-file sub', 'cluster-config-file ""', 'cluster-enabled yes\ncluster-config-file ""',
    'loadmodule ""', 'loadmodule redis.conf', 'loadmodule redis.conf/', 'aclfile redis.conf/', 'aclfile nodir/../redis.conf', 'include redis.conf/', 'include redis.conf/x', 'dir redis.conf/x', 'logfile redis.conf/../x', 'logfile nodir/x/', 'logfile nodir/x\ncluster-enabled yes\nreplicaof 1.1.1.1 1',
  ),
  conf('aclfile u.acl\n', { 'u.acl': '' }), conf('aclfile u.acl\n', { 'u.acl': 'user a on +get\n# c\nuser b nosuch\n' }), conf('aclfile u.acl\nuser a on\n', { 'u.acl': '' }), conf('aclfile u.acl\n', { 'u.acl': 'user a on\nuser a off\n' }), conf('aclfile u.acl\n', { 'u.acl': 'user a on (+get ~x\n' }), conf('dir sub\naclfile u.acl\n', { 'sub/u.acl': 'user a on\n' }), conf('aclfile u.acl\nsave 1\n', { 'u.acl': 'x\n' }), conf('port 0\naclfile u.acl\n', { 'u.acl': 'x\n' }),
]

const sentinels: readonly OracleCase[] = [
  ...[
    '', MASTER, `${MASTER}${MASTER}`, 'sentinel\n', 'sentinel nosuch\n', 'sentinel ""\n', 'sentinel auth-pass m x\n', `sentinel auth-pass m x\n${MASTER}`, `${MASTER}sentinel auth-pass m\n`, `${MASTER}sentinel auth-pass M x\n`, 'SENTINEL MONITOR m 127.0.0.1 6379 2\nSentinel Auth-Pass m x\n',
    'sentinel monitor m 127.0.0.1 6379 0\n', 'sentinel monitor m 127.0.0.1 6379 x\n', 'sentinel monitor m 127.0.0.1 70000 2\n', 'sentinel monitor m 127.0.0.1 -1 2\n', 'sentinel monitor m 127.0.0.1 0 2\n', 'sentinel monitor m 256.1.1.1 70000 0\n', 'sentinel monitor m 256.1.1.1 6379 2\n', 'sentinel monitor m 127.1 6379 2\n', 'sentinel monitor m "" 6379 2\n', 'sentinel monitor m ::1 6379 2\n', 'sentinel monitor m [::1] 6379 2\n', 'sentinel resolve-hostnames yes\nsentinel monitor m 256.1.1.1 6379 2\n', 'sentinel monitor m 256.1.1.1 6379 2\nsentinel resolve-hostnames yes\n', 'sentinel resolve-hostnames x\n', 'sentinel announce-hostnames x\n', 'sentinel deny-scripts-reconfig x\n', 'sentinel myid short\n', `sentinel myid ${'0'.repeat(40)}\n`,
    `${MASTER}sentinel known-replica m 1.2.3.4 6380\nsentinel known-slave m 1.2.3.4 6380\n`, `${MASTER}sentinel known-replica m ::1 6380\nsentinel known-replica m 0::1 6380\n`, `${MASTER}sentinel known-replica m 1.2.3.4 70000\n`, `${MASTER}sentinel known-sentinel m 1.2.3.4 1 abc\nsentinel known-sentinel m 1.2.3.5 1 abc\n`, `${MASTER}sentinel known-sentinel x 1.2.3.4 1\n`, `${MASTER}sentinel known-sentinel x 1.2.3.4 1 abc\n`, `${MASTER}sentinel rename-command m CONFIG x\nsentinel rename-command m config y\n`, `${MASTER}sentinel config-epoch m x\nsentinel leader-epoch m -1\nsentinel current-epoch x\n`,
    `${MASTER}sentinel parallel-syncs m x\nsentinel announce-port x\nsentinel announce-ip x\n`, ...['0', '-5', 'abc', '60s', '2147483648', '4294967297', ' 5'].map((ms) => `${MASTER}sentinel down-after-milliseconds m "${ms}"\n`), `${MASTER}sentinel failover-timeout m 0\n`, `${MASTER}sentinel master-reboot-down-after-period m 0\n`, `${MASTER}sentinel master-reboot-down-after-period m -1\n`, `${MASTER}sentinel primary-reboot-down-after-period m 1\n`,
    `sentinel nosuch\n${MASTER}timeout x\n`, `sentinel nosuch\nsentinel myid short\n${MASTER}${MASTER}`, `sentinel failover-timeout m 0\nsentinel monitor m 127.0.0.1 6379 0\nsentinel myid x\n`, `${MASTER}nosuch 1\n`, `${MASTER}nosuch\n`, `${MASTER}no.such 1\n`, `${MASTER}maxmemory 1mb\n`, `${MASTER}rename-command GET x\n`, `${MASTER}rename-command SENTINEL x\n`, `${MASTER}rename-command PING ""\n`, `${MASTER}user a on +get\n`, `${MASTER}user a on +ping\n`, `${MASTER}user a on +ping\nuser a on\n`, `${MASTER}tls-port 6380\n`, `${MASTER}cluster-enabled yes\nreplicaof 1.1.1.1 1\n`, `${MASTER}save 1\n`, `${MASTER}loadmodule x.so\n`, `${MASTER}aclfile nofile\n`,
  ].map((text) => sentinel(text)),
  ...['notify.sh', 'plain.txt', 'sub', '', '/no/such/script', 'notify.sh/', 'notify.sh/../notify.sh', 'nodir/../notify.sh', '/bin', '/tmp', '/bin/true/'].map((path) => sentinel(`${MASTER}sentinel notification-script m "${path}"\n`, { files: { 'notify.sh': '#!/bin/sh\n', 'plain.txt': '', 'sub/in.sh': '#!/bin/sh\n' }, executable: ['notify.sh', 'sub/in.sh'] })),
  sentinel(`dir sub\n${MASTER}sentinel client-reconfig-script m in.sh\n`, { files: { 'sub/in.sh': '#!/bin/sh\n' }, executable: ['sub/in.sh'] }),
  sentinel(`${MASTER}sentinel client-reconfig-script m sub/in.sh\ndir sub\n`, { files: { 'sub/in.sh': '#!/bin/sh\n' }, executable: ['sub/in.sh'] }),
  sentinel(`include a.conf\nsentinel auth-pass m x\n`, { files: { 'a.conf': MASTER } }), sentinel(`${MASTER}include a.conf\n`, { files: { 'a.conf': '\n\nsentinel auth-pass other x\n' } }),
]

export const FAMILIES: Readonly<Record<string, readonly OracleCase[]>> = { words, values, includes, late, sentinels }
