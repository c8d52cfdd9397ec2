import type { Diagnostic, Range } from '../diagnostic.ts'
import type { AppliedFix } from '../fixer/fix-result.ts'
import { decodeForDisplay } from '../parser/index.ts'
import type { Fix, TextEdit } from '../rules/rule.ts'
import { isReady, SEVERITIES } from './counts.ts'
import { rangeOfEdit } from './literal-edits.ts'
import { filesOf, serverOf, type LintReport } from './lint-report.ts'
import { jsonText } from './json-text.ts'

/** For programs; `schemas/output.json` describes it. Fields may be added; none changes its meaning while `schemaVersion` is 1. */
export function json(report: LintReport): string {
  const { version, servers, diagnostics, applied } = report
  const targets = new Set(servers.map(({ project }) => project.schema.release.id))
  const runtimes = new Set(servers.map(({ project }) => project.runtime))
  const output = {
    schemaVersion: 1,
    tool: { name: 'redis-conf-lint', version },
    target: onlyOne(targets),
    runtime: onlyOne(runtimes),
    files: filesOf(report).map((path) => fileOf(path, report)),
    diagnostics: diagnostics.map((diagnostic) => diagnosticOf(diagnostic, report)),
    ...(applied === undefined ? {} : { applied: applied.map(appliedOf) }),
    summary: summaryOf(report),
  }
  return jsonText(output)
}

/** null where servers differ: then each file says its own. */
const onlyOne = (values: ReadonlySet<string>): string | null => (values.size === 1 ? [...values].join('') : null)

function fileOf(path: string, report: LintReport): object {
  const server = serverOf(report, path)
  return {
    path: decodeForDisplay(path),
    kind: server?.project.acls.has(path) === true ? 'acl' : server?.project.kind,
    target: server?.project.schema.release.id,
    targetFrom: server?.targetFrom,
  }
}

function diagnosticOf(diagnostic: Diagnostic, report: LintReport): object {
  const { rule, category, severity, confidence, message, advice, related, url, fix } = diagnostic
  return {
    rule, category, severity, confidence, message,
    ...(advice === undefined ? {} : { advice }),
    ...rangeOf(diagnostic),
    related: related.map((other) => ({ ...rangeOf(other), message: other.message })),
    url,
    ...(fix === undefined ? {} : { fix: fixOf(fix, report) }),
  }
}

const rangeOf = ({ path, start, end }: Range): object => ({ path: decodeForDisplay(path), start, end })

function fixOf(fix: Fix, report: LintReport): object {
  const { title, kind, consequence, live, needs = [], edits } = fix
  return {
    title, kind, consequence,
    ...(live === undefined ? {} : { live }),
    needs,
    ready: isReady(fix, report.given),
    edits: edits.map((edit) => editOf(edit, report)),
  }
}

/** An edit that writes a secret has `newText: null`. */
function editOf(edit: TextEdit, report: LintReport): object {
  return { ...rangeOf(rangeOfEdit(edit, report)), newText: edit.secret === true && !report.showSecrets ? null : edit.newText }
}

const appliedOf = ({ rule, path, line, fix }: AppliedFix): object =>
  ({ rule, path: decodeForDisplay(path), line, title: fix.title, kind: fix.kind, consequence: fix.consequence })

function summaryOf({ diagnostics, given }: LintReport): object {
  const counts = SEVERITIES.map((severity) => [severity, diagnostics.filter((d) => d.severity === severity).length] as const)
  const fixes = diagnostics.flatMap(({ fix }) => fix ?? [])
  return { ...Object.fromEntries(counts), fixable: fixes.length, ready: fixes.filter((fix) => isReady(fix, given)).length }
}
