import type { Project } from '../model/project.ts'
import { dryRun } from '../model/dry-run.ts'
import { reload } from '../model/load.ts'
import type { ServerModel } from '../model/server-model.ts'
import type { TextEdit } from '../rules/rule.ts'
import type { Candidate } from './candidates.ts'
import { secretValues } from './secret-values.ts'
import { hasSameEffect } from './same-effect.ts'
import { applyEdits } from './text-edits.ts'

/** A project and what the server makes of it. */
export interface State {
  readonly project: Project
  readonly server: ServerModel
}

export interface Pass {
  readonly state: State
  readonly kept: readonly Candidate[]
  readonly rejected: readonly { readonly candidate: Candidate; readonly because: string }[]
}

/** Why the state after is no good; null when it is. */
type Judge = (before: State, after: State) => string | null

interface Settled {
  readonly kept: readonly Candidate[]
  readonly rejected: Pass['rejected']
}

/** Applies all candidates to one state. When the result is no good, finds out which of them make it so, and leaves those out. */
export function runPass(state: State, candidates: readonly Candidate[]): Pass {
  const own = candidates.filter(({ edits }) => edits.every((edit) => isInside(edit, state.project)))
  const safe = settle(state, [], own.filter(({ fix }) => fix.kind === 'safe'), keepsEffect)
  // What a broken line was meant to say comes first: hardening looks at the mended file in the next pass.
  const repaired = settle(state, safe.kept, own.filter(({ fix }) => fix.kind === 'repair'), keepsStarting)
  const mends = repaired.kept.length > safe.kept.length
  const bold = mends ? repaired : settle(state, safe.kept, own.filter(({ fix }) => fix.kind === 'hardening' || fix.kind === 'input'), keepsStarting)
  const rejected = mends ? bold.rejected : [...repaired.rejected, ...bold.rejected]
  return { state: apply(state, bold.kept), kept: bold.kept, rejected: [...safe.rejected, ...rejected] }
}

/** Halves what does not go well together, so that a few bad ones among many are found in few tries. */
function settle(state: State, kept: readonly Candidate[], more: readonly Candidate[], judge: Judge): Settled {
  if (more.length === 0) return { kept, rejected: [] }
  const all = [...kept, ...more]
  const because = judge(state, apply(state, all))
  if (because === null) return { kept: all, rejected: [] }
  const [candidate] = more
  if (more.length === 1 && candidate !== undefined) {
    // Good by itself: it only does not go with the others, and its turn comes in the next pass.
    const isPostponed = kept.length > 0 && judge(state, apply(state, more)) === null
    return { kept, rejected: isPostponed ? [] : [{ candidate, because }] }
  }
  const half = more.length >> 1
  const first = settle(state, kept, more.slice(0, half), judge)
  const second = settle(state, first.kept, more.slice(half), judge)
  return { kept: second.kept, rejected: [...first.rejected, ...second.rejected] }
}

function apply(state: State, candidates: readonly Candidate[]): State {
  if (candidates.length === 0) return state
  const byPath = new Map<string, TextEdit[]>()
  for (const edit of candidates.flatMap(({ edits }) => edits)) {
    const edits = byPath.get(edit.path) ?? []
    byPath.set(edit.path, edits)
    edits.push(edit)
  }
  const changed = new Map(Array.from(byPath, ([path, edits]) => [path, applyEdits(textOf(state.project, path) ?? '', edits)]))
  const project = reload(state.project, changed)
  return { project, server: dryRun(project) }
}

function isInside({ path, span }: TextEdit, project: Project): boolean {
  const text = textOf(project, path)
  return text !== undefined && span.start >= 0 && span.start <= span.end && span.end <= text.length
}

function textOf({ confs, acls }: Project, path: string): string | undefined {
  return (confs.get(path) ?? acls.get(path))?.file.text
}

function keepsEffect(before: State, after: State): string | null {
  return hasSameEffect(before.server, after.server) ? null : 'settings, users or listeners would not stay as they are'
}

/** A file that does not load yet must not get worse. */
function keepsStarting(before: State, after: State): string | null {
  if (after.server.problems.length <= before.server.problems.length) return null
  const known = new Set(before.server.problems.map(({ message }) => message))
  const problem = after.server.problems.find(({ message }) => !known.has(message)) ?? after.server.problems.at(-1)
  return `the server would not start any more: ${secretValues(after.project).masked(problem?.message ?? '')}`
}
