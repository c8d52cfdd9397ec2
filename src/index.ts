/**
 * Says what a Redis or Valkey server would do with its configuration, what an attacker could do, and
 * fixes it. Nothing here touches Node, the clock, the network or randomness: it runs in a browser.
 *
 * @example
 * const host = memoryHost({ 'redis.conf': bytes, 'users.acl': bytes })
 * const project = await loadProject({ entry: 'redis.conf', host, target: 'redis@7.2.6' })
 * dryRun(project).starts                              // would the server start?
 * lint(project)                                       // what is wrong with it
 * fixProject(project, { inputs: { generatePassword } }).files
 */
export { bytesOf, parseAclFile, parseConf, print, textOf } from './parser/index.ts'
export type {
  AclDocument, AclLine, AclRule, AclUserNode, ConfDocument, ConfLine, Directive, Location, MalformedLine, Position, SourceFile, Span, Token, Word,
} from './parser/index.ts'

export { isUnknownTarget, RELEASES, schemaFor } from './schema/index.ts'
export type { Release, Schema } from './schema/schema.ts'

export { loadProject, reload, type LoadRequest } from './model/load.ts'
export { memoryHost } from './model/memory-host.ts'
export { dryRun } from './model/dry-run.ts'
export type { FileStatus, Host, PathKind } from './model/host.ts'
export type { DirectiveUse, LoadStep, Project, Runtime } from './model/project.ts'
export type { AclUser, Because, Exposure, ExposureOptions, Origin, Reach, ServerModel, Setting, StartProblem, Verdict } from './model/server-model.ts'

export { lint, type LintOptions } from './lint.ts'
export type { Diagnostic, RelatedDiagnostic } from './diagnostic.ts'
export { rules } from './rules/list.ts'
export type { Category, Finding, Fix, FixKind, InputName, Rule, RuleContext, RuleMeta, Severity, TextEdit } from './rules/rule.ts'

export { audit, type Audit } from './report/audit/audit.ts'

export { fixProject } from './fixer/fix-project.ts'
export type { AppliedFix, FixOptions, FixResult, RejectedFix } from './fixer/fix-result.ts'
export type { Inputs } from './fixer/inputs.ts'
export { maskLine, type MaskedText } from './fixer/mask.ts'
export { secretSpans } from './fixer/secrets.ts'
