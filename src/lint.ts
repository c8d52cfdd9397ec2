import type { Location } from './parser/source-file.ts'
import type { Project } from './model/project.ts'
import type { ServerModel } from './model/server-model.ts'
import type { Diagnostic, Position, Range } from './diagnostic.ts'
import { displayed, positionsIn } from './position.ts'
import { grade } from './rules/grade.ts'
import { rules } from './rules/list.ts'
import type { Finding, Rule, RuleContext, Severity } from './rules/rule.ts'

export interface LintOptions {
  /** Severities by rule id; `off` silences a rule, anything else turns it on whatever the preset. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** The default is `recommended`. */
  readonly preset?: 'recommended' | 'strict'
  /** False: `# redis-conf-lint: ignore …` comments do nothing. The default is true. */
  readonly inlineIgnores?: boolean
  /** `YYYY-MM-DD`, for ignores that expire. Not given: none has expired. */
  readonly today?: string
  /** Addresses of the host besides loopback; not given: any address that is bound is taken as present. */
  readonly addresses?: readonly string[]
  /** Users that are meant to be all-powerful. */
  readonly adminUsers?: readonly string[]
}

/** Every finding about a server, file by file in load order, then by position. */
export function lintServer(project: Project, server: ServerModel, options: LintOptions): readonly Diagnostic[] {
  const context = contextOf(project, server, options)
  const locate = locator(project)
  const found: Diagnostic[] = []
  for (const rule of rules) {
    if (!isActive(rule, project, options)) continue
    for (const finding of rule.check(context)) found.push(diagnosticOf(rule, finding, context, locate, options))
  }
  return sorted(found, project)
}

function contextOf(project: Project, server: ServerModel, options: LintOptions): RuleContext {
  const { addresses, adminUsers = [] } = options
  return {
    project,
    schema: project.schema,
    server,
    exposure: server.exposure(addresses === undefined ? {} : { addresses }),
    adminUsers,
    quote: (word) => `\`${displayed(word.value)}\``,
  }
}

function isActive({ meta }: Rule, project: Project, { rules = {}, preset = 'recommended' }: LintOptions): boolean {
  if (!(meta.appliesTo ?? ['server']).includes(project.kind)) return false
  const wanted = rules[meta.id]
  if (wanted !== undefined) return wanted !== 'off'
  return meta.preset === 'recommended' || preset === 'strict'
}

type Locate = (at: Location) => Range

function locator(project: Project): Locate {
  const files = new Map<string, (offset: number) => Position>()
  return ({ path, span }) => {
    const text = (project.confs.get(path) ?? project.acls.get(path))?.file.text ?? ''
    const positionOf = files.get(path) ?? positionsIn(text)
    files.set(path, positionOf)
    return { path, start: positionOf(span.start), end: positionOf(span.end) }
  }
}

function diagnosticOf(
  { meta }: Rule, finding: Finding, context: RuleContext, locate: Locate, options: LintOptions,
): Diagnostic {
  const { message, severity } = graded(finding, meta.severity, meta.byExposure === true, context)
  return {
    rule: meta.id,
    category: meta.category,
    severity: configured(options.rules?.[meta.id]) ?? severity,
    confidence: finding.confidence ?? 'certain',
    message,
    ...(finding.advice === undefined ? {} : { advice: finding.advice }),
    ...locate(finding.at),
    related: (finding.related ?? []).map(({ at, message }) => ({ ...locate(at), message })),
    url: `https://github.com/redis-conf-lint/redis-conf-lint/blob/main/docs/rules/${meta.category}/${meta.id}.md`,
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
  }
}

function configured(severity: Severity | 'off' | undefined): Severity | undefined {
  return severity === 'off' ? undefined : severity
}

function graded(
  { message, severity }: Finding, usual: Severity, byExposure: boolean, context: RuleContext,
): { message: string, severity: Severity } {
  if (severity !== undefined || !byExposure) return { message, severity: severity ?? usual }
  const grading = grade(usual, context.exposure)
  return { message: `${message}; ${grading.because}`, severity: grading.severity }
}

function sorted(diagnostics: readonly Diagnostic[], project: Project): readonly Diagnostic[] {
  const order = new Map([...project.confs.keys(), ...project.acls.keys()].map((path, i) => [path, i]))
  const rank = (d: Diagnostic): number => order.get(d.path) ?? order.size
  return [...diagnostics].sort((a, b) =>
    rank(a) - rank(b) || a.start.offset - b.start.offset || a.end.offset - b.end.offset || compare(a.rule, b.rule))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
