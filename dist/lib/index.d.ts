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
export { bytesOf, parseAclFile, parseConf, print, textOf } from './parser/index.js';
export type { AclDocument, AclLine, AclRule, AclUserNode, ConfDocument, ConfLine, Directive, Location, MalformedLine, Position, SourceFile, Span, Token, Word, } from './parser/index.js';
export { isUnknownTarget, RELEASES, schemaFor } from './schema/index.js';
export type { Release, Schema } from './schema/schema.js';
export { loadProject, reload, type LoadRequest } from './model/load.js';
export { memoryHost } from './model/memory-host.js';
export { dryRun } from './model/dry-run.js';
export type { FileStatus, Host, PathKind } from './model/host.js';
export type { DirectiveUse, LoadStep, Project, Runtime } from './model/project.js';
export type { AclUser, Because, Exposure, ExposureOptions, Origin, Reach, ServerModel, Setting, StartProblem, Verdict } from './model/server-model.js';
export { lint, type LintOptions } from './lint.js';
export type { Diagnostic, RelatedDiagnostic } from './diagnostic.js';
export { rules } from './rules/list.js';
export type { Category, Finding, Fix, FixKind, InputName, Rule, RuleContext, RuleMeta, Severity, TextEdit } from './rules/rule.js';
export { audit, type Audit } from './report/audit/audit.js';
export { fixProject } from './fixer/fix-project.js';
export type { AppliedFix, FixOptions, FixResult, RejectedFix } from './fixer/fix-result.js';
export type { Inputs } from './fixer/inputs.js';
export { maskLine, type MaskedText } from './fixer/mask.js';
export { secretSpans } from './fixer/secrets.js';
