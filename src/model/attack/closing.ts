import { dryRun } from '../dry-run.ts'
import { reload } from '../load.ts'
import type { Project } from '../project.ts'
import type { ExposureOptions, ServerModel } from '../server-model.ts'
import type { AttackPath } from './attack-path.ts'
import { candidateCuts } from './candidate-changes.ts'
import { applied, type Change, type Cut } from './change.ts'
import { attackFacts, type AttackFacts } from './foothold.ts'
import { attackPaths } from './index.ts'
import { minimalCuts } from './minimal-cuts.ts'

/**
 * For each path the smallest sets of lines that close it, found by making the change to the files
 * and starting the server on paper again. A path that none of the known changes closes is left out.
 */
export function closingCuts(
  paths: readonly AttackPath[], project: Project, options: ExposureOptions, isWellKnown: AttackFacts['isWellKnown'],
): ReadonlyMap<string, readonly Cut[]> {
  const before = dryRun(project)
  const facts = attackFacts(before, project, before.exposure(options), isWellKnown)
  const outcomes = new Map<string, ReadonlySet<string> | null>()
  const openAfter = (cuts: readonly Cut[]): ReadonlySet<string> | null => {
    const changes = cuts.flat()
    const key = changes.map(({ path, text }) => `${path}\n${text}`).join('\n')
    const known = outcomes.get(key)
    if (known !== undefined) return known
    const outcome = openPaths(changes, project, before, options, isWellKnown)
    outcomes.set(key, outcome)
    return outcome
  }
  const found = minimalCuts(paths.map(({ id }) => id), candidateCuts(paths, facts), openAfter)
  return new Map(Array.from(found, ([id, sets]) => [id, shortest(withoutSupersets(sets.map(joined)))]))
}

const joined = (set: readonly Cut[]): Cut => {
  const [first, ...rest] = set.flat()
  if (first === undefined) throw new Error('unreachable: a cut without a change')
  return [first, ...rest]
}

/** A cut with all the lines of another has one too many. */
function withoutSupersets(cuts: readonly Cut[]): readonly Cut[] {
  const texts = cuts.map((cut) => new Set(cut.map(({ path, text }) => `${path}\n${text}`)))
  return cuts.filter((_, i) => !texts.some((other, j) => j !== i && other.size < (texts[i]?.size ?? 0) && [...other].every((text) => texts[i]?.has(text))))
}

/** Of the cuts that close a path, those with the fewest lines first. */
const shortest = (cuts: readonly Cut[]): readonly Cut[] => [...cuts].sort((a, b) => a.length - b.length)

/** The ids of what is still open; null where the server would not start, or two changes are to the same text. */
function openPaths(
  changes: readonly Change[], project: Project, before: ServerModel, options: ExposureOptions, isWellKnown: AttackFacts['isWellKnown'],
): ReadonlySet<string> | null {
  if (overlap(changes)) return null
  const changed = new Map<string, string>()
  for (const change of inOrder(changes)) {
    const text = changed.get(change.path) ?? (project.confs.get(change.path) ?? project.acls.get(change.path))?.file.text
    if (text === undefined) return null
    changed.set(change.path, applied(text, change))
  }
  const after = reload(project, changed)
  const server = dryRun(after)
  if (server.problems.length > before.problems.length) return null
  return new Set(attackPaths(server, after, server.exposure(options), isWellKnown).map(({ id }) => id))
}

const overlap = (changes: readonly Change[]): boolean =>
  changes.some((a, i) => changes.some((b, j) => i < j && a.replaces !== null && b.replaces !== null &&
    a.path === b.path && a.replaces.span.start < b.replaces.span.end && b.replaces.span.start < a.replaces.span.end))

/** From the end of a file to its start, so that offsets hold; what is added comes last. */
const inOrder = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => (b.replaces?.span.start ?? -1) - (a.replaces?.span.start ?? -1))
