import type { Project } from '../project.ts'
import type { Because, Origin, ServerModel } from '../server-model.ts'
import { because, type Authentication } from './authentication.ts'

/** Protected mode: is it in force, and what decides so. It answers -DENIED to strangers and closes. */
export interface ProtectedMode {
  readonly active: boolean
  readonly because: Because
}

type ModeProject = Pick<Project, 'schema' | 'runtime' | 'kind'>

export function protectedMode(server: Pick<ServerModel, 'setting'>, auth: Authentication, project: ModeProject): ProtectedMode {
  const { schema } = project
  const setting = server.setting('protected-mode')
  if (setting === null) return { active: false, because: { kind: 'default', what: 'this release has no protected mode' } }
  if (setting.origin.kind === 'default') {
    const off = defaultsToOff(project)
    if (off !== null) return { active: false, because: { kind: 'default', what: off } }
  }
  if (setting.value !== 'yes') return { active: false, because: because(setting, 'protected mode is off') }
  if (!auth.passwordless) return { active: false, because: auth.because }
  const bind = server.setting('bind')
  if (bind?.origin.kind === 'set' && !schema.has('protected-mode-ignores-bind')) {
    return { active: false, because: because(bind, 'protected mode') }
  }
  return { active: true, because: because(setting, 'protected mode is on by default') }
}

function defaultsToOff({ kind, runtime, schema }: ModeProject): string | null {
  if (kind === 'sentinel' && schema.has('sentinel-turns-protected-mode-off')) return 'a sentinel starts with protected mode off'
  return runtime === 'docker' ? 'the container images are built with protected mode off' : null
}

/** Whom the server takes for a local client: protected mode, and the `local` of the enable-… switches. */
export function isLocal(origin: Origin, { schema }: Pick<Project, 'schema'>): boolean {
  switch (origin) {
    case 'unix':
    case 'loopback4':
    case 'loopback6': return true
    case 'loopback4-other': return schema.has('all-of-127-is-local')
    case 'network4':
    case 'network6': return false
  }
}
