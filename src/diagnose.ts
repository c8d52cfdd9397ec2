import { positionAt } from './parser/line-starts.ts'
import type { Location, SourceFile } from './parser/source-file.ts'
import type { Project } from './model/project.ts'
import type { Exposure } from './model/server-model.ts'
import type { Diagnostic, Range } from './diagnostic.ts'
import type { SecretValues } from './fixer/secret-values.ts'
import { grade } from './rules/grade.ts'
import type { Finding, Fix, RuleMeta, Severity } from './rules/rule.ts'

const PAGES = 'https://github.com/redis-conf-lint/redis-conf-lint/blob/main/docs/rules'

/** Makes diagnostics of findings: adds id, severity and positions, and lets no secret through. */
export interface Diagnosing {
  readonly project: Project
  readonly exposure: Exposure
  readonly secrets: SecretValues
  /** Severities that the user set, by rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>
}

export function diagnose(meta: RuleMeta, finding: Finding, diagnosing: Diagnosing): Diagnostic {
  const { project, secrets, severities } = diagnosing
  const { message, severity, reach } = graded(meta, finding, diagnosing)
  const configured = severities[meta.id]
  return {
    rule: meta.id,
    category: meta.category,
    severity: configured === undefined || configured === 'off' ? severity : configured,
    confidence: finding.confidence ?? 'certain',
    message: secrets.masked(message),
    ...(reach === undefined ? {} : { reach }),
    ...(finding.advice === undefined ? {} : { advice: secrets.masked(finding.advice) }),
    ...locate(finding.at, project),
    related: (finding.related ?? []).map(({ at, message }) => ({ ...locate(at, project), message: secrets.masked(message) })),
    url: `${PAGES}/${meta.category}/${meta.id}.md`,
    ...(finding.fix === undefined ? {} : { fix: marked(finding.fix, secrets) }),
  }
}

/** An ACL file alone says nothing of who can reach the server that reads it. */
function graded(meta: RuleMeta, { message, severity }: Finding, { exposure, project }: Diagnosing): Pick<Diagnostic, 'message' | 'severity' | 'reach'> {
  if (severity !== undefined || meta.byExposure !== true || project.kind === 'acl') return { message, severity: severity ?? meta.severity }
  const { because, severity: ofReach } = grade(meta.severity, exposure)
  return { message: `${message}; ${because}`, severity: ofReach, reach: because }
}

/** A location of no file of the project (a bug of a rule) still gives a range. */
function locate({ path, span }: Location, { confs, acls }: Project): Range {
  const file: SourceFile = confs.get(path)?.file ?? acls.get(path)?.file ?? { path, text: '' }
  return { path, start: positionAt(file, span.start), end: positionAt(file, span.end) }
}

/** The edits are made when somebody wants them: a fix may stand for 100,000 lines. */
function marked(fix: Fix, secrets: SecretValues): Fix {
  const { title, kind, consequence, live, needs, takes } = fix
  return {
    title: secrets.masked(title),
    kind,
    consequence: secrets.masked(consequence),
    ...(live === undefined ? {} : { live: secrets.masked(live) }),
    ...(needs === undefined ? {} : { needs }),
    ...(takes === undefined ? {} : { takes }),
    get edits() {
      const [first, ...more] = fix.edits
      const mark = <E extends Fix['edits'][0]>(edit: E): E => (secrets.isIn(edit.newText) ? { ...edit, secret: true } : edit)
      return [mark(first), ...more.map(mark)] as const
    },
  }
}
