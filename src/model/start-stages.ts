import { aclUsers } from './acl/index.ts'
import { checkCluster } from './cluster.ts'
import { busProblems, listenerProblems } from './exposure/listen-problems.ts'
import type { Settings, UnixListener } from './exposure/listeners.ts'
import { whyNoSocket, whyNotReadable } from './path-faults.ts'
import { resolvePath } from './paths.ts'
import type { DirectiveUse } from './project.ts'
import { sentinelProblems } from './sentinel/index.ts'
import { publishBufferLimits } from './settings/client-output-buffer-limit.ts'
import { checkBuiltInModules } from './settings/rename-command.ts'
import { publishSave } from './settings/save.ts'
import { settingInForce } from './settings-in-force.ts'
import { refuseStart, valueOf, type Refusal, type Startup } from './startup.ts'
import { checkTls } from './tls.ts'
import { cString } from './values/c-text.ts'

/** What is tried once everything was read, in the order of the release (server.c:main). */
export function runStages(start: Startup): void {
  settle(start)
  if (start.project.kind === 'sentinel') start.problems.push(...sentinelProblems(start))
  const stages = start.schema.has('acl-before-listeners')
    ? [checkCluster, checkModules, checkUsers, checkTls, checkListeners, checkBus]
    : [checkTls, checkListeners, checkCluster, checkBus, checkModules, checkUsers]
  for (const stage of stages) stage(start)
  checkHz(start)
}

/** The server works every 1000 / hz milliseconds, and divides by that: unless hz is clamped, one beyond 1000 kills it as 0 does (measured: 6.0.16). */
function checkHz(start: Startup): void {
  const hz = Number(valueOf(start, 'hz'))
  if (hz >= 1 && hz <= 1000) return
  refuseStart(start, start.settings.get('hz')?.by[0] ?? null, { message: 'Floating point exception', code: 'crash' }, true)
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
  checkBuiltInModules(start)
  for (const use of start.modules) checkModule(start, use)
  if (start.modules.length > 0) return
  for (const use of start.moduleSettings.values()) {
    refuseStart(start, use, { message: UNCLAIMED, code: 'unclaimed-module-setting', words: [use.node.name] })
  }
}

/** What is in the file is not known here. */
function checkModule(start: Startup, use: DirectiveUse): void {
  const path = cString(use.node.args[0]?.value ?? '')
  const refusal: Refusal = { message: `Can't load module from ${path}: server aborting`, code: 'other', words: use.node.args }
  const status = start.project.statuses.get(resolvePath(start.cwd, path))
  if (whyNotReadable(start, use, path) !== null) refuseStart(start, use, refusal)
  else if (status !== undefined && (status.mode & 0o111) === 0 && start.schema.has('modules-need-execute-permission')) {
    refuseStart(start, use, { ...refusal, detail: `Module ${path} failed to load: It does not have execute permissions.` })
  }
}

const settingsOf = (start: Startup): Settings => ({ setting: (name) => settingInForce(start, name) })

function checkListeners(start: Startup): void {
  checkRdma(start)
  const whyNoSocketAt = ({ path, from: [{ origin }] }: UnixListener): string | null =>
    (origin.kind === 'set' ? whyNoSocket(start, origin.by[0], path) : null)
  start.problems.push(...listenerProblems(settingsOf(start), start.project, { whyNoSocket: whyNoSocketAt }))
}

function checkBus(start: Startup): void {
  start.problems.push(...busProblems(settingsOf(start), start.project))
}

/** A build without RDMA, as distributions make it, aborts where it is to listen (measured: valkey 8.1.1, 9.1.2). */
function checkRdma(start: Startup): void {
  const port = start.settings.get('rdma-port')
  if (port === undefined || port.value === '0') return
  refuseStart(start, port.by[0], { message: 'No RDMA building support', code: 'crash', words: port.by[0].node.args }, true)
}
