import { describe, expect, test } from 'vitest'
import { outcome } from './starts.ts'

describe('sizes', () => {
  test.each([
    ['maxmemory 1tb', 'redis@2.8', '1'],
    ['maxmemory 1tb', 'redis@5.0', '0'],
    ['maxmemory 1tb', 'redis@6.0', 'refused: argument must be a memory value'],
    ['maxmemory 1.5gb', 'redis@2.8', '1'],
    ['maxmemory GB', 'redis@7.2', '0'],
    ['maxmemory 1Gb', 'valkey@9.1', '1073741824'],
    ['maxmemory -1', 'redis@5.0', '-1'],
    ['maxmemory -1', 'redis@6.2', 'refused: argument must be a memory value'],
    ['maxmemory -0', 'redis@6.2', '0'],
    ['maxmemory -0', 'redis@7.0', 'refused: argument must be a memory value'],
    ['maxmemory 9223372036854775807kb', 'redis@6.0', 'refused: argument must be a memory value'],
    ['maxmemory 18446744073709551615gb', 'redis@7.2', '18446744072635809792'],
    ['maxmemory 18446744073709551616', 'valkey@8.1', '18446744073709551615'],
    ['maxmemory 18446744073709551616', 'valkey@9.1', 'refused: argument must be a memory value'],
    ['maxmemory-clients 5%', 'redis@7.0', '5%'],
    ['maxmemory-clients 101%', 'redis@7.0', 'refused: percentage argument must be less or equal to 100'],
    ['maxmemory-clients 18446744073709551615', 'redis@7.0', '1%'],
    ['client-query-buffer-limit -5', 'redis@6.0', '-5'],
    ['client-query-buffer-limit -5', 'redis@6.2', 'refused: argument must be a memory value'],
    ['repl-backlog-size 2kb', 'redis@5.0', '16384'],
    ['repl-backlog-size 2kb', 'redis@6.0', '2048'],
    ['slot-migration-max-failover-repl-bytes -1', 'valkey@9.1', '-1'],
    ['slot-migration-max-failover-repl-bytes -1kb', 'valkey@9.1', 'refused: argument must be a memory value'],
  ])('%s on %s: %s', async (line, target, expected) => {
    expect(await outcome(line, target)).toBe(expected)
  })
})

describe('integers', () => {
  test.each([
    ['timeout abc', 'redis@5.0', '0'],
    ['timeout 10abc', 'redis@5.0', '10'],
    ['timeout 4294967297', 'redis@5.0', '1'],
    ['slowlog-max-len 4294967297', 'redis@5.0', '4294967297'],
    ['timeout -1', 'redis@5.0', 'refused: Invalid timeout value'],
    ['timeout 05', 'redis@6.0', "refused: argument couldn't be parsed into an integer"],
    ['timeout +5', 'redis@7.2', "refused: argument couldn't be parsed into an integer"],
    ['timeout -0', 'valkey@9.1', "refused: argument couldn't be parsed into an integer"],
    ['timeout 1k', 'redis@7.2', "refused: argument couldn't be parsed into an integer"],
    ['timeout 2147483648', 'redis@7.2', 'refused: argument must be between 0 and 2147483647 inclusive'],
    ['cluster-blacklist-ttl -1', 'valkey@8.0', '-1'],
  ])('%s on %s: %s', async (line, target, expected) => {
    expect(await outcome(line, target)).toBe(expected)
  })
})

describe('words', () => {
  test.each([
    ['appendonly YES', 'redis@7.2', 'yes'],
    ['appendonly true', 'redis@2.8', "refused: argument must be 'yes' or 'no'"],
    ['loglevel Warning', 'redis@7.2', 'warning'],
    ['loglevel info', 'redis@2.8', 'refused: Invalid log level. Must be one of debug, notice, warning'],
    ['loglevel info', 'redis@3.2', 'refused: Invalid log level. Must be one of debug, verbose, notice, warning'],
    ['loglevel info', 'redis@6.2', 'refused: argument must be one of the following: debug, verbose, notice, warning'],
    ['loglevel info', 'redis@7.2', 'refused: argument(s) must be one of the following: debug, verbose, notice, warning, nothing'],
    ['oom-score-adj relative', 'redis@7.2', 'yes'],
    ['unixsocketperm 0755', 'redis@7.2', '755'],
    ['unixsocketperm 8', 'redis@6.2', '0'],
    ['unixsocketperm 8', 'redis@7.0', "refused: argument couldn't be parsed as an octal number"],
    ['unixsocketperm 1000', 'redis@7.0', 'refused: argument must be between 0 and 777 inclusive'],
    ['requirepass "a\\x00b"', 'redis@7.2', 'a\0b'],
    ['pidfile "a\\x00b"', 'redis@7.2', 'a'],
    ['dbfilename a/b', 'redis@5.0', "refused: dbfilename can't be a path, just a filename"],
    ['dbfilename ""', 'redis@8.0', ''],
    ['dbfilename ""', 'valkey@8.0', "refused: dbfilename can't be empty"],
    ['cluster-announce-hostname a_b', 'redis@7.0', 'refused: Hostnames may only contain alphanumeric characters, hyphens or dots'],
    ['cluster-announce-human-nodename a:b', 'redis@7.2', 'refused: Announced human node name contained invalid character'],
    ['cluster-announce-human-nodename a:b', 'valkey@8.0', 'a:b'],
    ['cluster-announce-client-ipv6 1:2:3:4:5:6:7::', 'valkey@8.0', '1:2:3:4:5:6:7::'],
    ['cluster-announce-client-ipv6 fe80::1%lo', 'valkey@8.0', 'refused: Invalid IPv6 address'],
    ['cluster-announce-client-ipv4 256.1.1.1', 'valkey@8.0', 'refused: Invalid IPv4 address'],
    ['proc-title-template {title}', 'redis@7.0', 'refused: template format is invalid or contains unknown variables'],
    ['proc-title-template {{title}', 'redis@7.0', '{{title}'],
    ['proc-title-template {port}', 'redis@7.0', '{port}'],
  ])('%s on %s: %s', async (line, target, expected) => {
    expect(await outcome(line, target)).toBe(expected)
  })
})
