import { expect, test } from 'vitest'
import { outcome, refusal, starts } from './starts.ts'

/** Measured: 6.0.16, 7.0.15, 8.0.2, 8.0.6, valkey 8.0.1, 8.1.1 and 9.1.2, each where it knows the directive. */
test.each([
  ['activerehashing "no\\x00z"', 'redis@6.0', 'no'],
  ['loglevel "debug\\x00z"', 'valkey@9.1', 'debug'],
  ['maxmemory "1kb\\x00x"', 'redis@6.0', '1024'],
  ['maxmemory "\\x00"', 'redis@8.0', '0'],
  ['maxmemory-clients "5\\x00%"', 'redis@7.0', '5'],
  ['maxmemory-clients "5%\\x00"', 'redis@7.0', 'refused: argument must be a memory or percent value'],
  ['maxmemory-clients "5%\\x00%"', 'redis@7.0', 'refused: argument must be a memory or percent value'],
  ['slot-migration-max-failover-repl-bytes "1kb\\x00x"', 'valkey@9.1', '1024'],
  ['slot-migration-max-failover-repl-bytes "-1\\x00"', 'valkey@9.1', 'refused: argument must be a memory value'],
  ['unixsocketperm "7\\x00z"', 'redis@7.0', '7'],
  ['unixsocketperm "\\x00"', 'valkey@8.0', '0'],
  ['timeout "5\\x00"', 'redis@6.0', "refused: argument couldn't be parsed into an integer"],
  ['timeout "5\\x00"', 'redis@7.0', "refused: argument couldn't be parsed into an integer"],
  ['notify-keyspace-events "K\\x00Q"', 'redis@6.0', 'K'],
  ['oom-score-adj-values "1\\x00x" 2 3', 'redis@6.0', '1 2 3'],
  ['save 5 "6\\x00x"', 'redis@7.0', '5 6'],
  ['save \'"\\x00x"\'', 'redis@7.0', ''],
  ['client-output-buffer-limit "normal\\x00z" "1\\x00k" 2 "3\\x00z"', 'redis@7.0', 'normal 1 2 3 slave 268435456 67108864 60 pubsub 33554432 8388608 60'],
  ['shutdown-on-sigint "save\\x00" now', 'valkey@8.1', 'save now'],
  ['latency-tracking-info-percentiles "5\\x00x" 6', 'redis@7.0', 'refused: Invalid latency-tracking-info-percentiles parameters'],
  ['latency-tracking-info-percentiles "5\\x00x"', 'redis@7.0', '5'],
  ['replicaof h "1\\x00x"', 'redis@6.0', 'h 1'],
  ['replicaof "a\\x00b" 1', 'valkey@9.1', 'a 1'],
  ['replicaof "no\\x00x" "one\\x00"', 'redis@6.0', ''],
  ['unixsocket s\nport 0\nbind "a\\x00b" c', 'redis@6.0', 'a c'],
  ['unixsocket s\nport 0\nbind \'"\\x00a" b\'', 'redis@7.0', ' b'],
  ['bind "127.0.0.1\\x00b"', 'redis@6.0', '127.0.0.1'],
  ['requirepass "a\\x00b"', 'redis@6.0', 'a'],
  ['requirepass "a\\x00b"', 'redis@7.0', 'a\0b'],
  ['dbfilename "a\\x00/b"', 'redis@6.0', 'a'],
  ['dbfilename "\\x00b"', 'redis@8.0', ''],
  ['dbfilename "\\x00b"', 'valkey@8.0', "refused: dbfilename can't be empty"],
  ['appendfilename "\\x00"', 'redis@7.0', "refused: appendfilename can't be empty"],
  ['cluster-config-file "\\x00x"', 'valkey@8.0', "refused: cluster-config-file can't be empty"],
  ['cluster-announce-hostname "a\\x00_"', 'redis@7.0', 'a'],
  ['cluster-announce-client-ipv4 "1.2.3.4\\x00x"', 'valkey@8.0', '1.2.3.4'],
  ['proc-title-template "{port}\\x00{bad}"', 'redis@7.0', '{port}'],
  ['cluster-announce-human-nodename "a\\x00b"', 'redis@8.0', 'refused: Announced human node name contained invalid character'],
  ['cluster-announce-human-nodename "a\\x00b"', 'valkey@8.0', 'refused: Announced human node name contained invalid character'],
  ['cluster-announce-ip "a\\x00 b"', 'valkey@8.1', 'a'],
  ['cluster-announce-ip "a\\x00b"', 'valkey@9.1', 'refused: cluster-announce-ip contains invalid character'],
  [`cluster-announce-ip "a\\x00${'b'.repeat(44)}"`, 'valkey@9.1', 'refused: cluster-announce-ip is too long'],
  [`hash-seed "a\\x00${'b'.repeat(254)}"`, 'valkey@9.1', `a\0${'b'.repeat(254)}`],
  [`hash-seed "a\\x00${'b'.repeat(255)}"`, 'valkey@9.1', 'refused: hash-seed must be less than or equal to 256 characters'],
])('%s on %s: %s', async (line, target, expected) => {
  expect(await outcome(line, target)).toBe(expected)
})

test.each([
  ['"timeout\\x00x" 5', 'redis@6.0', null],
  ['"timeout\\x00x" 5', 'redis@7.0', 'refused: Bad directive or wrong number of arguments'],
  ['"nosuch\\x00.y" 5', 'redis@7.0', 'refused: Bad directive or wrong number of arguments'],
  ['"nosuch\\x00.y"', 'valkey@9.1', 'refused: Bad directive or wrong number of arguments'],
  ['"nosuch.y\\x00x"', 'valkey@9.1', 'refused: Module config specified without value'],
  ['"rename-command\\x00x" nosuch y', 'redis@8.0', 'refused: No such command in rename-command'],
  ['"user\\x00x" bob badrule', 'redis@7.0', "refused: Error in user declaration 'user': Syntax error"],
  ['"sentinel\\x00" x y', 'valkey@9.1', 'refused: sentinel directive while not in sentinel mode'],
  ['"list-max-ziplist-value\\x00" 5', 'redis@8.0', null],
  ['"dynamic-hz\\x00" x', 'valkey@8.1', null],
])('a name: %s on %s: %s', async (line, target, expected) => {
  expect(refusal(await starts(line, target))).toBe(expected)
})
