import type { Project } from '../model/project.ts'
import { dryRun } from '../model/dry-run.ts'
import { lintServer } from '../lint.ts'
import { candidatesOf, type Candidate } from './candidates.ts'
import type { AppliedFix, FixOptions, FixResult, RejectedFix } from './fix-result.ts'
import { runPass, type State } from './pass.ts'

const MOST_PASSES = 10

/**
 * Applies fixes until nothing changes. A fix is applied whole or not at all; one that overlaps another
 * waits for the next pass; one after which the server would not start any more, or whose safety the
 * model does not confirm, is undone and reported.
 *
 * @example
 * const { files, left } = fixProject(project, { level: 'hardening', inputs: { generatePassword } })
 * for (const [path, { after }] of files) save(path, bytesOf(after))
 */
export function fixProject(project: Project, options: FixOptions = {}): FixResult {
  const applied: AppliedFix[] = []
  /** In the state at hand: what is no good now may be so once others are done. */
  const rejected = new Map<string, RejectedFix>()
  const seen = new Set([fingerprint(project)])
  let state: State = { project, server: dryRun(project) }
  let left = lintServer(state.project, state.server, options)
  let passes = 0
  for (let attempt = 0; passes < MOST_PASSES && attempt < 2 * MOST_PASSES && state.project.unread.length === 0; attempt++) {
    const candidates = candidatesOf(left, options, rejected)
    const pass = runPass(state, candidates)
    for (const { candidate, because } of pass.rejected) rejected.set(candidate.key, { ...reported(candidate), because })
    // What overlapped with a rejected fix gets its turn.
    if (pass.kept.length === 0 && pass.rejected.length > 0) continue
    if (pass.kept.length === 0) break
    const text = fingerprint(pass.state.project)
    if (seen.has(text)) break
    seen.add(text)
    passes++
    rejected.clear()
    for (const candidate of pass.kept) applied.push({ ...reported(candidate), pass: passes, edits: candidate.edits })
    state = pass.state
    left = lintServer(state.project, state.server, options)
  }
  return { files: changedFiles(project, state.project), applied, rejected: [...rejected.values()], unread: state.project.unread, left, passes }
}

function reported({ rule, fix, path, line }: Candidate): Omit<AppliedFix, 'pass' | 'edits'> {
  return { rule, fix, path, line }
}

function textsOf({ confs, acls }: Project): ReadonlyMap<string, string> {
  return new Map([...confs.values(), ...acls.values()].map(({ file }) => [file.path, file.text]))
}

function fingerprint(project: Project): string {
  return JSON.stringify([...textsOf(project)])
}

function changedFiles(before: Project, after: Project): FixResult['files'] {
  const files = new Map<string, { before: string, after: string }>()
  const texts = textsOf(after)
  for (const [path, text] of textsOf(before)) {
    const changed = texts.get(path) ?? text
    if (changed !== text) files.set(path, { before: text, after: changed })
  }
  return files
}
