import { aclUsers } from './acl/index.ts'
import { listenerProblems } from './exposure/listen-problems.ts'
import { sentinelProblems } from './sentinel/index.ts'
import { publishBufferLimits } from './settings/client-output-buffer-limit.ts'
import { publishSave } from './settings/save.ts'
import { whyNotReadable, whyNotWritable } from './settings/files.ts'
import { settingInForce } from './settings-in-force.ts'
import { refuseStart, valueOf, type Startup } from './startup.ts'
import { checkTls } from './tls.ts'

/** What is tried once everything was read, in the order of the release (server.c:main). */
export function runStages(start: Startup): void {
  settle(start)
  if (start.project.kind === 'sentinel') start.problems.push(...sentinelProblems(start))
  const stages = start.schema.has('acl-before-listeners')
    ? [checkModules, checkUsers, checkTls, checkListeners]
    : [checkTls, checkListeners, checkModules, checkUsers]
  for (const stage of stages) stage(start)
  if (valueOf(start, 'hz') === '0') refuseStart(start, start.settings.get('hz')?.by[0] ?? null, { message: 'Floating point exception', code: 'crash' }, true)
}

/** What lines that accumulate came to, and what the server changes on its own. */
function settle(start: Startup): void {
  const { schema } = start
  publishSave(start)
  publishBufferLimits(start)
  if (schema.has('cluster-forces-one-database') && valueOf(start, 'cluster-enabled') === 'yes') start.amended.set('databases', '1')
}

function checkUsers(start: Startup): void {
  const { schema, project } = start
  // A sentinel of 6.0 takes `user` and `aclfile` and never looks at them again.
  if (schema.has(project.kind === 'sentinel' ? 'sentinel-acl' : 'acl')) start.problems.push(...aclUsers(start).problems)
}

const UNCLAIMED = 'Module Configuration detected without loadmodule directive or no ApplyConfig call: aborting'

/** Which settings a module claims is not known here, so any module is taken to claim what is left. A sentinel loads none and never looks. */
function checkModules(start: Startup): void {
  if (start.project.kind === 'sentinel') return
  for (const use of start.modules) {
    const [path] = use.node.args
    const problem = path === undefined ? null : whyNotReadable(start, use, path.value)
    if (problem !== null) refuseStart(start, use, { message: `Can't load module from ${path?.value ?? ''}: server aborting`, code: 'other', words: use.node.args })
  }
  if (start.modules.length > 0) return
  for (const use of start.moduleSettings.values()) {
    refuseStart(start, use, { message: UNCLAIMED, code: 'unclaimed-module-setting', words: [use.node.name] })
  }
}

function checkListeners(start: Startup): void {
  checkRdma(start)
  const { project } = start
  start.problems.push(...listenerProblems({ setting: (name) => settingInForce(start, name) }, project))
  const socket = start.settings.get('unixsocket')
  if (socket === undefined || socket.value === '') return
  const [use] = socket.by
  const problem = whyNotWritable(start, use, socket.value)
  if (problem !== null) refuseStart(start, use, { message: `Opening Unix socket: bind: ${problem}`, code: 'unusable-address', words: use.node.args })
}

/** A build without RDMA, as distributions make it, aborts where it is to listen (measured: valkey 8.1.1, 9.1.2). */
function checkRdma(start: Startup): void {
  const port = start.settings.get('rdma-port')
  if (port === undefined || port.value === '0') return
  refuseStart(start, port.by[0], { message: 'No RDMA building support', code: 'crash', words: port.by[0].node.args }, true)
}
