import type { DirectiveFacts, Schema } from '../../schema/schema.ts'

/** What 2.8 to 5.0 say of a value out of bounds: nearly every directive has words of its own. By any name of any of them. */
const WORDS: Readonly<Record<string, string>> = {
  'active-defrag-cycle-max': 'active-defrag-cycle-max must be between 1 and 99',
  'active-defrag-cycle-min': 'active-defrag-cycle-min must be between 1 and 99',
  'active-defrag-ignore-bytes': 'active-defrag-ignore-bytes must above 0',
  'active-defrag-max-scan-fields': 'active-defrag-max-scan-fields must be positive',
  'active-defrag-threshold-lower': 'active-defrag-threshold-lower must be between 0 and 1000',
  'active-defrag-threshold-upper': 'active-defrag-threshold-upper must be between 0 and 1000',
  appendfsync: "argument must be 'no', 'always' or 'everysec'",
  'auto-aof-rewrite-percentage': 'Invalid negative percentage for AOF auto rewrite',
  'cluster-announce-bus-port': 'Invalid port',
  'cluster-announce-port': 'Invalid port',
  'cluster-migration-barrier': 'cluster migration barrier must zero or positive',
  'cluster-node-timeout': 'cluster node timeout must be 1 or greater',
  'cluster-slave-validity-factor': 'cluster slave validity factor must be zero or positive',
  'cluster-replica-validity-factor': 'cluster replica validity factor must be zero or positive',
  databases: 'Invalid number of databases',
  'latency-monitor-threshold': "The latency threshold can't be negative",
  'lfu-decay-time': 'lfu-decay-time must be 0 or greater',
  'lfu-log-factor': 'lfu-log-factor must be 0 or greater',
  loglevel: 'Invalid log level. Must be one of debug, verbose, notice, warning',
  maxclients: 'Invalid max clients limit',
  'maxmemory-policy': 'Invalid maxmemory policy',
  'maxmemory-samples': 'maxmemory-samples must be 1 or greater',
  'min-replicas-max-lag': 'Invalid value for min-replicas-max-lag.',
  'min-replicas-to-write': 'Invalid value for min-replicas-to-write.',
  'min-slaves-max-lag': 'Invalid value for min-slaves-max-lag.',
  'min-slaves-to-write': 'Invalid value for min-slaves-to-write.',
  port: 'Invalid port',
  'repl-backlog-size': 'repl-backlog-size must be 1 or greater.',
  'repl-backlog-ttl': "repl-backlog-ttl can't be negative",
  'repl-diskless-sync-delay': "repl-diskless-sync-delay can't be negative",
  'repl-ping-replica-period': 'repl-ping-replica-period must be 1 or greater',
  'repl-ping-slave-period': 'repl-ping-slave-period must be 1 or greater',
  'repl-timeout': 'repl-timeout must be 1 or greater',
  'replica-announce-port': 'Invalid port',
  'slave-announce-port': 'Invalid port',
  supervised: "Invalid option for 'supervised'. Allowed values: 'upstart', 'systemd', 'auto', or 'no'",
  'syslog-facility': 'Invalid log facility. Must be one of USER or between LOCAL0-LOCAL7',
  'tcp-backlog': 'Invalid backlog value',
}

/** A refusal as 2.8 to 5.0 word it. */
export function wordsFor({ name }: DirectiveFacts, schema: Schema): string {
  const words = WORDS[name] ?? `Invalid ${name} value`
  return name === 'loglevel' && schema.has('log-level-error-forgets-verbose') ? words.replace(' verbose,', '') : words
}
