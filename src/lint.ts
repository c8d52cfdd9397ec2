import type { Project } from './model/project.ts'
import { dryRun } from './model/dry-run.ts'
import type { ServerModel } from './model/server-model.ts'
import { applyIgnores } from './apply-ignores.ts'
import { diagnose, type Diagnosing } from './diagnose.ts'
import type { Diagnostic } from './diagnostic.ts'
import { secretValues, type SecretValues } from './fixer/secret-values.ts'
import { MASK } from './fixer/secrets.ts'
import { rules as allRules } from './rules/list.ts'
import { quoted } from './rules/quoted.ts'
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

/**
 * Says what is wrong with a project: every rule's findings, file by file in load order, then by position.
 *
 * @example
 * const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': bytes }) })
 * for (const d of lint(project)) console.log(d.path, d.start.line, d.rule, d.message)
 */
export function lint(project: Project, options: LintOptions = {}): readonly Diagnostic[] {
  return lintServer(project, dryRun(project), options)
}

/** {@link lint} for a server model at hand: every finding, file by file in load order, then by position. */
export function lintServer(project: Project, server: ServerModel, options: LintOptions = {}): readonly Diagnostic[] {
  const active = allRules.filter((rule) => isActive(rule, project, options))
  const secrets = secretValues(project)
  const context = contextOf(project, server, active, secrets, options)
  const diagnosing: Diagnosing = { project, exposure: context.exposure, secrets, severities: options.rules ?? {} }
  const run = (rules: readonly Rule[], ignores: RuleContext['ignores']): readonly Diagnostic[] =>
    rules.flatMap((rule) => findingsOf(rule, { ...context, ignores }).map((finding) => diagnose(rule.meta, finding, diagnosing)))
  const found = run(active.filter(({ meta }) => meta.late !== true), [])
  if (options.inlineIgnores === false) return sorted(found, project)
  const { kept, ignores } = applyIgnores(found, project, options.today)
  return sorted([...kept, ...run(active.filter(({ meta }) => meta.late === true), ignores)], project)
}

function contextOf(
  project: Project, server: ServerModel, active: readonly Rule[], secrets: SecretValues, { addresses, adminUsers = [], today }: LintOptions,
): RuleContext {
  return {
    project,
    schema: project.schema,
    server,
    exposure: server.exposure(addresses === undefined ? {} : { addresses }),
    adminUsers,
    today: today ?? null,
    ignores: [],
    ruleIds: new Set(allRules.map(({ meta }) => meta.id)),
    activeRules: new Set(active.map(({ meta }) => meta.id)),
    quote: (word) => (secrets.has(word) ? `\`${MASK}\`` : quoted(word.value)),
  }
}

function isActive({ meta }: Rule, project: Project, { rules = {}, preset = 'recommended' }: LintOptions): boolean {
  if (!(meta.appliesTo ?? ['server']).includes(project.kind)) return false
  if (meta.runtime !== undefined && meta.runtime !== project.runtime) return false
  const wanted = rules[meta.id]
  if (wanted !== undefined) return wanted !== 'off'
  return meta.preset === 'recommended' || preset === 'strict'
}

/** An exception is a bug of ours; it says which rule has it, and in which file. */
function findingsOf(rule: Rule, context: RuleContext): readonly Finding[] {
  try {
    return [...rule.check(context)]
  } catch (cause) {
    throw new Error(`unreachable: rule ${rule.meta.id} failed on ${context.project.entry}`, { cause })
  }
}

function sorted(diagnostics: readonly Diagnostic[], { confs, acls }: Project): readonly Diagnostic[] {
  const order = new Map([...confs.keys(), ...acls.keys()].map((path, i) => [path, i]))
  const rank = (d: Diagnostic): number => order.get(d.path) ?? order.size
  return [...diagnostics].sort((a, b) =>
    rank(a) - rank(b) || a.start.offset - b.start.offset || a.end.offset - b.end.offset || compare(a.rule, b.rule))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
