import type { Diagnostic } from '../../diagnostic.ts'
import { secretValues } from '../../fixer/secret-values.ts'
import { lintServer } from '../../lint.ts'
import { dryRun } from '../../model/dry-run.ts'
import type { Project } from '../../model/project.ts'
import type { ServerModel, StartProblem } from '../../model/server-model.ts'
import { positionAt } from '../../parser/index.ts'

/** What one release would do if it were started with these files. */
export interface StartTrial {
  readonly project: Project
  readonly server: ServerModel
  /** What is refused, in the order the server meets it. */
  readonly refusals: readonly Refusal[]
  /** Of a server that starts: lines that do not do what they say. */
  readonly misread: readonly Diagnostic[]
}

export interface Refusal {
  readonly problem: StartProblem
  /** In the server's words, without secrets. */
  readonly message: string
  /** In ours; null where no rule has words for it. */
  readonly diagnostic: Diagnostic | null
}

export function trialOf(project: Project): StartTrial {
  const server = dryRun(project)
  const found = lintServer(project, server, { inlineIgnores: false }).filter(({ category }) => category === 'startup' || category === 'acl')
  const secrets = secretValues(project)
  const refusals = server.problems.map((problem) => ({
    problem,
    message: secrets.masked(problem.message),
    diagnostic: found.find((diagnostic) => isAbout(diagnostic, problem, project)) ?? null,
  }))
  const misread = server.starts ? found.filter(({ rule }) => rule === 'silently-misread-value' || rule === 'bare-carriage-returns' || rule === 'trailing-comment') : []
  return { project, server, refusals, misread }
}

/** On the same line, or, for a problem of no line in particular, of the same kind. */
function isAbout(diagnostic: Diagnostic, { path, span, code }: StartProblem, { confs, acls }: Project): boolean {
  const file = (confs.get(path) ?? acls.get(path))?.file
  if (diagnostic.path !== path || file === undefined || diagnostic.severity === 'info') return false
  if (diagnostic.rule === code) return span.start === span.end || positionAt(file, span.start).line === diagnostic.start.line
  return span.start < span.end && positionAt(file, span.start).line === diagnostic.start.line && !ABOUT_LOADED_LINES.has(diagnostic.rule)
}

/** Rules that speak of a line that loads. */
const ABOUT_LOADED_LINES: ReadonlySet<string> = new Set(['overridden-directive', 'deprecated-name', 'ignored-directive', 'decimal-memory-unit', 'save-points-lost-after-include'])
