import type { DirectiveUse, Project } from './project.ts'
import type { Origin, Reach, ServerModel, StartProblem } from './server-model.ts'

/** One set of files, read by one release. */
export interface Side {
  readonly project: Project
  readonly server: ServerModel
}

/** What changes for the same files from one release to another. */
export interface Migration {
  /** What the new release refuses and the old one does not. */
  readonly refused: readonly StartProblem[]
  /** Lines whose name the new release calls otherwise, and the old one does not. */
  readonly renamed: readonly { readonly use: DirectiveUse; readonly to: string }[]
  /** Lines that do something in the old release and nothing in the new one. */
  readonly ignored: readonly DirectiveUse[]
  /** Settings that a line makes, and that come out otherwise. Values as `CONFIG GET` prints them. */
  readonly meanings: readonly SettingChange[]
  /** Settings that no line makes, whose default is another. */
  readonly defaults: readonly SettingChange[]
  /** Who gets in otherwise. */
  readonly reach: readonly { readonly origin: Origin; readonly before: Reach; readonly after: Reach }[]
  /** Users whose rights are others. */
  readonly users: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

export interface SettingChange {
  /** As the new release calls it. */
  readonly name: string
  readonly before: string
  readonly after: string
  /** The lines that the new release takes it from; empty: its default. */
  readonly by: readonly DirectiveUse[]
}

const ORIGINS: readonly Origin[] = ['unix', 'loopback4', 'loopback6', 'network4', 'network6']

/** Compares what two releases make of the same files; both are asked, and no list is kept of what changed between them. */
export function migration(from: Side, to: Side): Migration {
  return {
    refused: refusedAnew(from, to),
    renamed: renamedLines(from, to),
    ignored: to.server.ignored.filter((use) => !from.server.ignored.some((other) => isSamePlace(other, use)) && from.project.schema.directive(use.node.name.value) !== null),
    ...settingChanges(from, to),
    reach: reachChanges(from, to),
    users: userChanges(from, to),
  }
}

function isSamePlace(a: DirectiveUse, b: DirectiveUse): boolean {
  return a.path === b.path && a.node.span.start === b.node.span.start
}

function refusedAnew(from: Side, to: Side): readonly StartProblem[] {
  const known = new Set(from.server.problems.map(({ path, span, code }) => `${path} ${span.start} ${code}`))
  return to.server.problems.filter(({ path, span, code }) => !known.has(`${path} ${span.start} ${code}`))
}

function renamedLines(from: Side, to: Side): Migration['renamed'] {
  const seen = new Set<DirectiveUse['node']>()
  return to.project.steps.flatMap((step) => {
    if (step.kind !== 'directive' || seen.has(step.use.node)) return []
    seen.add(step.use.node)
    const { use } = step
    const written = use.node.name.value
    const name = to.project.schema.directive(written)?.name
    const isOld = name !== undefined && name.toLowerCase() !== written.toLowerCase() && from.project.schema.directive(written)?.name !== name
    return isOld ? [{ use, to: name }] : []
  })
}

function settingChanges(from: Side, to: Side): Pick<Migration, 'meanings' | 'defaults'> {
  const meanings: SettingChange[] = []
  const defaults: SettingChange[] = []
  for (const setting of new Set(to.server.settings.values())) {
    const before = beforeOf(from, to, setting.name)
    if (before === null || before.value === setting.value || setting.name === 'dir') continue
    const by = setting.origin.kind === 'set' ? setting.origin.by : []
    const change = { name: setting.name, before: before.value, after: setting.value, by }
    if (by.length > 0) meanings.push(change)
    else if (before.origin.kind === 'default') defaults.push(change)
  }
  return { meanings, defaults }
}

/** The setting in the old release, under whichever of its names that one knows. */
function beforeOf(from: Side, to: Side, name: string): ReturnType<ServerModel['setting']> {
  const names = [name, ...(to.project.schema.directive(name)?.aliases ?? [])]
  const known = names.find((other) => from.server.setting(other) !== null)
  return known === undefined ? null : from.server.setting(known)
}

function reachChanges(from: Side, to: Side): Migration['reach'] {
  const [old, fresh] = [from.server.exposure(), to.server.exposure()]
  return ORIGINS.map((origin) => ({ origin, before: old.from(origin), after: fresh.from(origin) })).filter(({ before, after }) => before !== after)
}

/** What a user may do, as `ACL GETUSER` tells; only of users that a line declares. */
function userChanges(from: Side, to: Side): Migration['users'] {
  if (!from.project.schema.has('acl')) return []
  const changes: { name: string; before: string; after: string }[] = []
  for (const [name, user] of to.server.users) {
    const old = from.server.users.get(name)
    if (old === undefined || user.declaredAt === null) continue
    const before = rightsOf(old)
    const after = rightsOf(user)
    if (before !== after) changes.push({ name, before, after })
  }
  return changes
}

/** Channels are told where they are; the words for no channels and no keys differ from release to release, and say the same. */
function rightsOf({ enabled, keys, channels }: { readonly enabled: boolean; readonly keys: string; readonly channels: string }): string {
  return [enabled ? 'on' : 'off', keys, channels].filter((part) => part !== '').join(' ')
}
