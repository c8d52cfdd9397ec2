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
  const byLine = byLineOf(found)
  const refusals = server.problems.map((problem) => ({
    problem,
    message: secrets.masked(problem.message),
    diagnostic: diagnosticOf(problem, byLine, project),
  }))
  const misread = server.starts ? found.filter(({ rule }) => rule === 'silently-misread-value' || rule === 'bare-carriage-returns' || rule === 'trailing-comment') : []
  return { project, server, refusals, misread }
}

type ByLine = ReadonlyMap<string, readonly Diagnostic[]>

function byLineOf(diagnostics: readonly Diagnostic[]): ByLine {
  const lines = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'info' || ABOUT_LOADED_LINES.has(diagnostic.rule)) continue
    const key = `${diagnostic.path}:${GLUES_LINES.has(diagnostic.rule) ? ANY_LINE : diagnostic.start.line}`
    const same = lines.get(key)
    if (same === undefined) lines.set(key, [diagnostic])
    else same.push(diagnostic)
  }
  return lines
}

/** The finding on the same line, of the same kind where there is one; a problem of no line in particular stands on the first. */
function diagnosticOf({ path, span, code }: StartProblem, byLine: ByLine, { confs, acls }: Project): Diagnostic | null {
  const file = (confs.get(path) ?? acls.get(path))?.file
  const found = file === undefined ? [] : byLine.get(`${path}:${positionAt(file, span.start).line}`) ?? []
  const [damage] = byLine.get(`${path}:${ANY_LINE}`) ?? []
  return found.find(({ rule }) => rule === code) ?? (span.start < span.end ? found[0] ?? damage : undefined) ?? null
}

/** A byte that makes one line of several: what the server says of that line may stand anywhere in it. */
const GLUES_LINES: ReadonlySet<string> = new Set(['nul-byte', 'bare-carriage-returns', 'byte-order-mark'])
const ANY_LINE = 0

/** Rules that speak of a line that loads. */
const ABOUT_LOADED_LINES: ReadonlySet<string> = new Set(['overridden-directive', 'deprecated-name', 'ignored-directive', 'decimal-memory-unit', 'save-points-lost-after-include'])
