import { dryRun } from '../dry-run.ts'
import { reload } from '../load.ts'
import type { Project } from '../project.ts'
import type { ExposureOptions } from '../server-model.ts'
import type { AttackPath } from './attack-path.ts'
import { applied, type Change, type Cut } from './change.ts'
import type { AttackFacts } from './foothold.ts'
import { attackPaths } from './index.ts'

/** Makes changes to the files, starts the server on paper again, and says which paths are left. */
export interface Trial {
  /** null: the server would not start, or two changes are to the same text. */
  pathsAfter(cuts: readonly Cut[]): readonly AttackPath[] | null
}

export interface TrialOptions extends ExposureOptions {
  readonly isWellKnown: AttackFacts['isWellKnown']
}

/** Outcomes are kept: the same set is asked for by many paths. */
export function trialOf(project: Project, options: TrialOptions): Trial {
  const outcomes = new Map<string, readonly AttackPath[] | null>()
  return {
    pathsAfter(cuts) {
      const changes = distinct(cuts.flat())
      const key = changes.map(textKey).sort().join('\n')
      const known = outcomes.get(key)
      if (known !== undefined) return known
      const outcome = tried(changes, project, options)
      outcomes.set(key, outcome)
      return outcome
    },
  }
}

/** Two changes with the same key are the same change. */
export const textKey = ({ path, text, replaces }: Change): string => `${path}:${replaces?.span.start ?? ''}:${text}`

const distinct = (changes: readonly Change[]): readonly Change[] => [...new Map(changes.map((change) => [textKey(change), change])).values()]

function tried(changes: readonly Change[], project: Project, options: TrialOptions): readonly AttackPath[] | null {
  if (overlap(changes)) return null
  const changed = new Map<string, string>()
  for (const change of fromTheEnd(changes)) {
    const text = changed.get(change.path) ?? (project.confs.get(change.path) ?? project.acls.get(change.path))?.file.text
    if (text === undefined) return null
    changed.set(change.path, applied(text, change))
  }
  const after = reload(project, changed)
  const server = dryRun(after)
  if (server.problems.length > dryRun(project).problems.length) return null
  return attackPaths(server, after, server.exposure(options), options.isWellKnown)
}

const overlap = (changes: readonly Change[]): boolean =>
  changes.some((a, i) => changes.some((b, j) => i < j && a.replaces !== null && b.replaces !== null &&
    a.path === b.path && a.replaces.span.start < b.replaces.span.end && b.replaces.span.start < a.replaces.span.end))

/** Offsets hold when later text is changed first; what is added comes last. */
const fromTheEnd = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => (b.replaces?.span.start ?? -1) - (a.replaces?.span.start ?? -1))
