import { advisoriesFor, type Advisory } from '../../schema/advisories.ts'
import type { Release } from '../../schema/schema.ts'
import type { Origin } from '../server-model.ts'
import { because } from '../exposure/authentication.ts'
import { needsCertificate } from '../exposure/index.ts'
import type { Argv } from '../exposure/permission.ts'
import type { AttackPath, Step, TechniqueId, Zone } from './attack-path.ts'
import { reachStep, type AttackFacts } from './foothold.ts'
import { RUN_LUA, type Need } from './techniques.ts'
import type { Technique } from './techniques-here.ts'

type Lines = readonly [Argv, ...Argv[]]

/** Which commands lead to the flaws that advisories file under a command or category. */
const WAYS_TO_FLAWS: Readonly<Record<string, { readonly id: TechniqueId; readonly title: string; readonly does: string; readonly any: Lines }>> = {
  '@scripting': { id: 'escape-lua', title: 'leaves the Lua sandbox through a published flaw and runs code', ...RUN_LUA },
  restore: { id: 'exploit-restore', title: 'corrupts memory with a crafted value and may run code, by a published flaw', does: 'restores a crafted value', any: [['restore', 'x', '0', 'x'], ['restore-asking', 'x', '0', 'x']] },
  '@hyperloglog': { id: 'exploit-hyperloglog', title: 'corrupts memory with a crafted HyperLogLog and may run code, by a published flaw', does: 'counts with a crafted HyperLogLog', any: [['pfcount', 'x'], ['pfadd', 'x', 'x'], ['pfmerge', 'x', 'x']] },
}

const known = new WeakMap<Release, readonly Advisory[]>()

/** Asked again for every change that is tried, so it is kept. */
function flawsOf(release: Release): readonly Advisory[] {
  const flaws = known.get(release) ?? advisoriesFor(release)
  known.set(release, flaws)
  return flaws
}

const GRAVE: ReadonlySet<Advisory['severity']> = new Set(['critical', 'high'])

/** Flaws of this release that let somebody with the right command run code. One technique for each command, however many flaws. */
export function flawTechniques({ project }: Pick<AttackFacts, 'project'>): readonly Technique[] {
  const grave = flawsOf(project.schema.release).filter(({ severity }) => GRAVE.has(severity))
  return Object.entries(WAYS_TO_FLAWS).flatMap(([command, { id, title, does, any }]) => {
    const flaws = grave.filter(({ commands }) => commands.includes(command))
    const need: Need = { does, any }
    return flaws.length === 0 ? [] : [{ id, harm: 'take-over' as const, title, needs: [need] as const, advisories: flaws.map((flaw) => flaw.id) }]
  })
}

/** Flaws that connecting is enough for: no login, no command. */
export function beforeLoginPaths(zone: Zone, origin: Origin, facts: AttackFacts): AttackPath[] {
  const reach = facts.exposure.why(origin)
  if (reach.through === null || reach.reach === 'denied' || needsCertificate(reach.through, facts.server)) return []
  const flaws = flawsOf(facts.project.schema.release).filter((flaw) => flaw.beforeLogin && !isAboutBus(flaw))
  const buffers = flaws.filter(isAboutOutput)
  const others = flaws.filter((flaw) => !isAboutOutput(flaw))
  const limit = facts.server.setting('client-output-buffer-limit')
  const unread: Step = { kind: 'command', does: 'sends commands and never reads the replies', because: because(limit, 'output buffers of normal clients have no limit') }
  const connects = reachStep(origin, reach)
  const path = (technique: TechniqueId, title: string, step: Step, advisories: readonly Advisory[]): AttackPath => ({
    id: `${technique}@${zone}`, technique, title, harm: 'stop', zone, origins: [origin], login: 'none', user: null,
    steps: [connects, step], advisories: advisories.map(({ id }) => id),
  })
  return [
    ...(buffers.length > 0 && hasNoLimit(limit?.value ?? '') ? [path('fill-output-buffers', 'fills the memory with replies that nobody reads', unread, buffers)] : []),
    ...(others.length > 0 ? [path('stop-before-login', 'stops or starves the server through a published flaw', malformed, others)] : []),
  ]
}

const malformed: Step = { kind: 'command', does: 'sends what the release handles badly', because: { kind: 'default', what: 'the flaw is in the release; connecting is enough' } }

const isAboutOutput = ({ closedBy }: Advisory): boolean =>
  closedBy.some((closure) => closure.kind === 'directive' && closure.line.startsWith('client-output-buffer-limit'))
const isAboutBus = ({ closedBy }: Advisory): boolean =>
  closedBy.some((closure) => closure.kind === 'directive' && closure.line.startsWith('tls-cluster'))

/** `normal 0 0 0 …`: neither a hard nor a soft limit. */
const hasNoLimit = (limits: string): boolean => /\bnormal 0 0 /.test(`${limits} `)
