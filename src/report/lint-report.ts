import type { Diagnostic } from '../diagnostic.ts'
import type { AppliedFix } from '../fixer/fix-result.ts'
import type { Project } from '../model/project.ts'
import type { InputName } from '../rules/rule.ts'

/** Who named the release that a file is checked for. */
export type TargetOrigin = 'option' | 'comment' | 'config' | 'assumed'

/** One server: the file it was started with, and what that brought in. */
export interface CheckedServer {
  readonly project: Project
  readonly targetFrom: TargetOrigin
}

/** What every format makes its text of. */
export interface LintReport {
  /** Of this program. */
  readonly version: string
  /** When the run began, `2026-11-21T09:00:00` in UTC. */
  readonly time: string
  readonly servers: readonly CheckedServer[]
  /** Those to be shown, file by file. */
  readonly diagnostics: readonly Diagnostic[]
  /** Values that were given on the command line: fixes that need them are ready. */
  readonly given: readonly InputName[]
  readonly showSecrets: boolean
  /** After a run that fixed: what it did. Positions of `diagnostics` are then those of the result. */
  readonly applied?: readonly AppliedFix[]
}

/** Files in the order they were read, each once. */
export function filesOf(report: LintReport): readonly string[] {
  return [...new Set(report.servers.flatMap(({ project }) => [...project.confs.keys(), ...project.acls.keys()]))]
}

/** The server in whose files a path stands. */
export const serverOf = (report: Pick<LintReport, 'servers'>, path: string): CheckedServer | undefined =>
  report.servers.find(({ project }) => project.confs.has(path) || project.acls.has(path))
