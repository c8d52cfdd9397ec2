import type { DirectiveFacts } from '../schema/schema.ts'
import type { Setting } from './server-model.ts'
import type { Startup } from './startup.ts'

/** Aliases resolve, case does not matter; null for a name this release does not know, or that is no setting. */
export function settingInForce(start: Startup, name: string): Setting | null {
  const facts = start.schema.directive(name)
  if (facts !== null) return settingOf(start, facts)
  return name.toLowerCase() === WATCHDOG.name && start.schema.has('prints-watchdog-period') ? WATCHDOG : null
}

/** What `CONFIG GET *` prints: an alias that is printed too gives the setting of the canonical name. */
export function printedSettings(start: Startup): ReadonlyMap<string, Setting> {
  const printed = new Map<string, Setting>()
  for (const facts of start.schema.directives()) {
    const setting = facts.shown.length === 0 ? null : settingOf(start, facts)
    if (setting !== null) for (const name of facts.shown) printed.set(name, setting)
  }
  if (start.schema.has('prints-watchdog-period')) printed.set(WATCHDOG.name, WATCHDOG)
  return printed
}

/** A setting of `CONFIG SET` alone: no line of a file changes it. */
const WATCHDOG: Setting = { name: 'watchdog-period', value: '0', origin: { kind: 'default' }, shadowed: [] }

/** Every setting once, by canonical name, printed or not. */
export const effectiveSettings = (start: Startup): readonly Setting[] =>
  start.schema.directives().map((facts) => settingOf(start, facts)).filter((setting) => setting !== null)

export const writtenSettings = (start: Startup): readonly Setting[] =>
  [...start.settings.keys()].map((name) => settingInForce(start, name)).filter((setting) => setting !== null)

function settingOf(start: Startup, facts: DirectiveFacts): Setting | null {
  const { name } = facts
  const live = start.settings.get(name)
  const amended = start.amended.get(name)
  if (live !== undefined) return { name, value: amended ?? live.value, origin: { kind: 'set', by: live.by }, shadowed: live.shadowed }
  const value = amended ?? compiledIn(start, facts)
  return value === null ? null : { name, value, origin: { kind: 'default' }, shadowed: [] }
}

/** What is in force where no line says anything: the container images and the sentinel bring defaults of their own. */
function compiledIn({ schema, project }: Startup, { name, default: value }: DirectiveFacts): string | null {
  switch (name) {
    case 'dir': return project.cwd
    case 'save': return schema.has('save-defaults-vanish') ? '' : value
    case 'port': return project.kind === 'sentinel' ? SENTINEL_PORT : value
    case 'protected-mode': return project.runtime === 'docker' || (project.kind === 'sentinel' && schema.has('sentinel-turns-protected-mode-off')) ? 'no' : value
    default: return value
  }
}

/** A sentinel sets it before it reads its file (sentinel.c:initSentinelConfig). */
const SENTINEL_PORT = '26379'
