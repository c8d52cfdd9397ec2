import { setAddresses } from './bind.ts'
import { setBufferLimit } from './client-output-buffer-limit.ts'
import { setDirectory, setLogFile } from './files.ts'
import { setPercentiles } from './latency-percentiles.ts'
import { setKeyspaceEvents, setOomScores, setShutdownFlags } from './process.ts'
import { setTitleTemplate } from './proc-title.ts'
import { setReplicaOf } from './replicaof.ts'
import { setSave } from './save.ts'
import type { Setter } from './setter.ts'

/** Settings that are more than one checked value, by canonical name. */
export const SETTERS: Readonly<Record<string, Setter>> = {
  bind: setAddresses,
  'client-output-buffer-limit': setBufferLimit,
  dir: setDirectory,
  'latency-tracking-info-percentiles': setPercentiles,
  logfile: setLogFile,
  'notify-keyspace-events': setKeyspaceEvents,
  'oom-score-adj-values': setOomScores,
  'proc-title-template': setTitleTemplate,
  'rdma-bind': setAddresses,
  replicaof: setReplicaOf,
  save: setSave,
  'shutdown-on-sigint': setShutdownFlags,
  'shutdown-on-sigterm': setShutdownFlags,
  slaveof: setReplicaOf,
}
