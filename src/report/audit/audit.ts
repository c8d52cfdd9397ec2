import type { Because, Exposure, ExposureOptions, Reach, ServerModel } from '../../model/server-model.ts'
import type { Project, Runtime } from '../../model/project.ts'
import type { Listener } from '../../model/exposure/listeners.ts'
import { dryRun } from '../../model/dry-run.ts'
import { candidateCuts } from '../../model/attack/candidate-changes.ts'
import { closingCuts } from '../../model/attack/closing.ts'
import { ZONES, type AttackPath, type Harm, type Login, type Zone } from '../../model/attack/attack-path.ts'
import { attackFacts } from '../../model/attack/foothold.ts'
import { gradeOf, type GradeLetter } from '../../model/attack/grade.ts'
import { attackPaths } from '../../model/attack/index.ts'
import { raises } from '../../model/attack/raise.ts'
import { trialOf } from '../../model/attack/trial.ts'
import { printable } from '../../fixer/printable.ts'
import { secretValues } from '../../fixer/secret-values.ts'
import { userName } from '../user-name.ts'
import { isWellKnown } from '../../rules/auth/password-strength.ts'
import { checklist, type ChecklistItem } from './checklist.ts'
import { causeOf, lineToWrite, shownArgv, type Cause, type LineToWrite } from './cause.ts'

/** What an audit says of one server. Plain data without secrets: it can be serialised as it is. */
export interface Audit {
  readonly entry: string
  readonly target: string
  readonly runtime: Runtime
  readonly starts: boolean
  /** Why it does not start, in the server's words; what follows is then of the server it would be. */
  readonly problem: string | null
  readonly grade: GradeLetter
  /** The grade of the same files in a container, where protected mode defaults to off, or on a host; null: the same. */
  readonly elsewhere: { readonly runtime: Runtime; readonly grade: GradeLetter } | null
  readonly zones: readonly ZoneView[]
  readonly paths: readonly AuditedPath[]
  readonly raises: readonly AuditedRaise[]
  readonly checklist: readonly ChecklistItem[]
}

/** How far somebody gets from one place. */
export interface ZoneView {
  readonly zone: Zone
  readonly reach: Reach
  /** Where he knocks: `port 6379`, `TLS port 6380`; empty: nothing is there. */
  readonly doors: readonly string[]
  readonly because: Cause
  readonly harms: readonly Harm[]
  readonly ways: number
}

export interface AuditedPath {
  readonly technique: string
  readonly title: string
  readonly harm: Harm
  /** From the widest zone to the narrowest. */
  readonly zones: readonly Zone[]
  readonly login: Login
  readonly user: string | null
  readonly steps: readonly { readonly does: string; readonly sends: string | null; readonly because: Cause }[]
  readonly cuts: readonly (readonly LineToWrite[])[]
  readonly advisories: readonly string[]
}

export interface AuditedRaise {
  readonly lines: readonly LineToWrite[]
  readonly to: GradeLetter
  readonly left: number
}

/**
 * Who can get in from where, what they could do, and the lines that stop them.
 *
 * @example audit(project).grade // 'F'
 */
export function audit(project: Project, options: ExposureOptions = {}): Audit {
  const server = dryRun(project)
  const exposure = server.exposure(options)
  const facts = attackFacts(server, project, exposure, isWellKnown)
  const paths = attackPaths(server, project, exposure, isWellKnown)
  const huge = isHuge(project)
  const candidates = candidateCuts(paths, facts).slice(0, huge ? TRIED_OF_HUGE : undefined)
  const trial = trialOf(project, { ...options, isWellKnown })
  const cuts = closingCuts(paths, candidates, trial, huge ? 1 : 3)
  return {
    entry: project.entry,
    target: project.schema.release.id,
    runtime: project.runtime,
    starts: server.starts,
    problem: problemOf(server, project),
    grade: gradeOf(paths),
    elsewhere: elsewhere(project, gradeOf(paths), options),
    zones: zoneViews(paths, facts.exposure, project),
    paths: byTechnique(paths).map((group) => auditedPath(group, cuts, project)),
    raises: (huge ? [] : raises(paths, candidates, trial)).map(({ cut, to, left }) => ({ lines: cut.map((change) => lineToWrite(change, project)), to, left })),
    checklist: checklist({ server, project, exposure, paths, isWellKnown }),
  }
}

function problemOf({ problems: [first] }: ServerModel, project: Project): string | null {
  return first === undefined ? null : secretValues(project).masked(first.message)
}

function elsewhere(project: Project, here: GradeLetter, options: ExposureOptions): Audit['elsewhere'] {
  const runtime = project.runtime === 'host' ? 'docker' : 'host'
  const other: Project = { ...project, runtime }
  const server = dryRun(other)
  const grade = gradeOf(attackPaths(server, other, server.exposure(options), isWellKnown))
  return grade === here ? null : { runtime, grade }
}

/** Each candidate is tried by reading the files again. Of huge files only the first are, which a person would think of first, and no sets of them. */
const HUGE = 500_000
const TRIED_OF_HUGE = 4

const isHuge = ({ confs, acls }: Project): boolean =>
  [...confs.values(), ...acls.values()].reduce((sum, { file }) => sum + file.text.length, 0) > HUGE

/** Paths of one technique, from the widest zone on. */
function byTechnique(paths: readonly AttackPath[]): readonly (readonly [AttackPath, ...AttackPath[]])[] {
  const groups = new Map<string, [AttackPath, ...AttackPath[]]>()
  for (const path of paths) {
    const group = groups.get(path.technique)
    if (group === undefined) groups.set(path.technique, [path])
    else group.push(path)
  }
  return [...groups.values()]
}

type Cuts = ReturnType<typeof closingCuts>

function auditedPath([widest, ...others]: readonly [AttackPath, ...AttackPath[]], cuts: Cuts, project: Project): AuditedPath {
  const { technique, title, harm, login, user, advisories } = widest
  return {
    technique, title, harm, login, user: user === null ? null : userName(user), advisories,
    zones: [widest, ...others].map(({ zone }) => zone),
    steps: widest.steps.filter(({ kind }) => kind !== 'harm').map(({ does, argv, because }) =>
      ({ does: printable(does), sends: argv === undefined ? null : shownArgv(argv, project), because: causeOf(because, project) })),
    cuts: (cuts.get(widest.id) ?? []).map((cut) => cut.map((change) => lineToWrite(change, project))),
  }
}

const REACHES: readonly Reach[] = ['unreachable', 'denied', 'noauth', 'open']

function zoneViews(paths: readonly AttackPath[], exposure: Exposure, project: Project): readonly ZoneView[] {
  return (['network', 'machine', 'socket'] as const).map((zone) => {
    const verdicts = ZONES[zone].map((origin) => exposure.why(origin))
    const [widest = { reach: 'unreachable', because: NOTHING }] = verdicts.sort((a, b) => REACHES.indexOf(b.reach) - REACHES.indexOf(a.reach))
    const own = paths.filter((path) => path.zone === zone)
    const doors = verdicts.flatMap(({ through }) => (through === null ? [] : [doorOf(through)]))
    return {
      zone, reach: widest.reach, doors: [...new Set(doors)], because: causeOf(widest.because, project),
      harms: [...new Set(own.map(({ harm }) => harm))], ways: own.length,
    }
  })
}

const NOTHING: Because = { kind: 'default', what: 'nothing listens there' }

function doorOf(listener: Listener): string {
  if (listener.kind === 'unix') return 'socket file'
  return `${listener.kind === 'tls' ? 'TLS port' : 'port'} ${listener.port}`
}
