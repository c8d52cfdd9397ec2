import { bindWords } from './exposure/listeners.ts'
import { whyNotWritable } from './path-faults.ts'
import { settingInForce } from './settings-in-force.ts'
import { refuseStart, valueOf, type Startup } from './startup.ts'

/** What a node of a cluster looks at when it begins, in its order (cluster.c:clusterInit). Its bus is opened later, see `busProblems`. */
export function checkCluster(start: Startup): void {
  if (valueOf(start, 'cluster-enabled') !== 'yes') return
  checkNodesFile(start)
  checkPort(start)
  checkAddresses(start)
}

/** The server writes to it, so it is opened, made and locked (cluster.c:clusterLockConfig). What is in it is not known here. */
function checkNodesFile(start: Startup): void {
  const setting = start.settings.get('cluster-config-file')
  if (setting === undefined) return
  const [use] = setting.by
  const problem = whyNotWritable(start, use, setting.value)
  if (problem === null) return
  refuseStart(start, use, { message: `Can't open ${setting.value} in order to acquire a lock: ${problem}`, code: 'other', words: use.node.args })
}

const HIGHEST_PORT = 55_535

/** The bus has the port of the clients plus 10,000, unless cluster-port says otherwise. */
function checkPort(start: Startup): void {
  const { schema } = start
  if (Number(valueOf(start, 'cluster-port')) !== 0) return
  const port = settingInForce(start, valueOf(start, 'tls-cluster') === 'yes' ? 'tls-port' : 'port')
  if (port === null || Number(port.value) <= HIGHEST_PORT) return
  const use = port.origin.kind === 'set' ? port.origin.by[0] : null
  const name = schema.release.server === 'redis' ? 'Redis' : 'Valkey'
  const limit = schema.has('cluster-port-limit-says-or-less') ? `${HIGHEST_PORT} or less` : `lower than ${HIGHEST_PORT}`
  const message = `${name} port number too high. Cluster communication port is 10,000 port numbers higher than your ${name} port. ` +
    `Your ${name} port number must be ${limit}.`
  refuseStart(start, use, { message, code: 'other', words: use?.node.args ?? [] })
}

/** A node without addresses has no bus, whatever sockets its clients have. */
function checkAddresses(start: Startup): void {
  if (bindWords({ setting: (name) => settingInForce(start, name) }, start).length > 0) return
  const message = 'No bind address is configured, but it is required for the Cluster bus.'
  refuseStart(start, start.settings.get('bind')?.by[0] ?? null, { message, code: 'unusable-address' })
}
