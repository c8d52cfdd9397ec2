import { lineAt } from '../../parser/line-at.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { ProblemCode, StartProblem } from '../../model/server-model.ts'
import type { RuleContext } from '../rule.ts'
import { isDamaged } from './damaged-line.ts'

/** Something the server refuses, and the directive it stands in; null where it stands in none. */
export interface Refusal {
  readonly problem: StartProblem
  readonly use: DirectiveUse | null
}

/**
 * What the server refuses for these reasons: each place once, however often its file is included, and
 * none on a line that is damaged in a way another rule reports. Crashes only where the code says so.
 */
export function refusals({ project, server, schema }: RuleContext, ...codes: readonly ProblemCode[]): readonly Refusal[] {
  const seen = new Set<string>()
  return server.problems.flatMap((problem) => {
    const key = `${problem.path}:${problem.span.start}:${problem.code}`
    if (!codes.includes(problem.code) || seen.has(key)) return []
    seen.add(key)
    const document = project.confs.get(problem.path)
    const line = document === undefined ? undefined : lineAt(document, problem.span.start)
    if (document !== undefined && line !== undefined && isDamaged(line, document, schema)) return []
    return [{ problem, use: line?.kind === 'directive' ? { path: problem.path, node: line, line: line.number } : null }]
  })
}
