import type { Project } from '../project.ts'
import type { Exposure } from '../server-model.ts'
import { HARMS, ZONES, type AttackPath, type Login, type Step, type Zone } from './attack-path.ts'
import { attackFacts, footholds, type AttackedServer, type AttackFacts, type Foothold } from './foothold.ts'
import { beforeLoginPaths } from './flaws.ts'
import { sniffingPaths } from './listening-in.ts'
import { MAKE_ALL_POWERFUL } from './techniques.ts'
import { techniquesOf, type Technique } from './techniques-here.ts'
import { meet, walk } from './walk.ts'

/**
 * Every way from reach to harm, worst first: by zone, harm and technique. A technique is
 * reported once a zone, by the way in that asks least.
 *
 * @example
 * attackPaths(server, project, server.exposure(), isWellKnown).map((path) => path.title)
 * // ['writes a file of his choice: an SSH key, a cron job, a web shell', …]
 */
export function attackPaths(server: AttackedServer, project: Project, exposure: Exposure, isWellKnown: AttackFacts['isWellKnown']): readonly AttackPath[] {
  const facts = attackFacts(server, project, exposure, isWellKnown)
  const techniques = techniquesOf(facts)
  const paths = new Map<string, AttackPath>()
  for (const zone of ['network', 'machine', 'socket'] as const) {
    for (const origin of ZONES[zone]) {
      for (const foothold of footholds(origin, facts)) {
        for (const technique of techniques) record(pathOf(technique, zone, foothold, facts), paths)
      }
      for (const path of beforeLoginPaths(zone, origin, facts)) record(path, paths)
    }
  }
  const all = [...paths.values(), ...sniffingPaths(facts)]
  return all.sort((a, b) => HARMS.indexOf(a.harm) - HARMS.indexOf(b.harm))
}

const LOGINS: readonly Login[] = ['none', 'passwordless-user', 'well-known-password']

/** Keeps the way that asks least; another origin of the same zone with the same way is added to it. */
function record(path: AttackPath | null, paths: Map<string, AttackPath>): void {
  if (path === null) return
  const known = paths.get(path.id)
  if (known === undefined || LOGINS.indexOf(path.login) < LOGINS.indexOf(known.login)) paths.set(path.id, path)
  else if (known.login === path.login && !known.origins.includes(path.origins[0])) {
    paths.set(path.id, { ...known, origins: [...known.origins, ...path.origins] })
  }
}

function pathOf(technique: Technique, zone: Zone, foothold: Foothold, facts: AttackFacts): AttackPath | null {
  const steps = walk(technique.needs, foothold, facts) ?? walkAllPowerful(technique, foothold, facts)
  if (steps === null) return null
  const [first, ...rest] = foothold.steps
  const done: Step = { kind: 'harm', does: technique.title, because: { kind: 'default', what: 'nothing stops it' } }
  return {
    id: `${technique.id}@${zone}`, technique: technique.id, title: technique.title, harm: technique.harm, zone,
    origins: [foothold.origin], login: foothold.login, user: foothold.user?.name ?? null,
    steps: [first, ...rest, ...steps, done], advisories: technique.advisories,
  }
}

/** Who may make users may do whatever the server does for anybody. */
function walkAllPowerful({ id, needs }: Technique, foothold: Foothold, facts: AttackFacts): readonly Step[] | null {
  if (foothold.user === null || id === 'make-user') return null
  const promotes = meet(MAKE_ALL_POWERFUL, foothold, facts)
  if (promotes === null) return null
  const steps = walk(needs, { ...foothold, user: null }, facts)
  return steps === null ? null : [promotes, ...steps]
}

export type { AttackPath }
