import { decodeForDisplay } from '../parser/index.ts'
import type { Severity } from '../rules/rule.ts'
import { fingerprints } from './fingerprint.ts'
import type { LintReport } from './lint-report.ts'
import { jsonText } from './json-text.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' }

/** GitLab's Code Quality report. The widget shows the description only, so it begins with the rule. */
export function gitlab(report: LintReport): string {
  const prints = fingerprints(report)
  const issues = report.diagnostics.map((diagnostic) => ({
    description: `${diagnostic.rule}: ${diagnostic.message}`,
    check_name: diagnostic.rule,
    fingerprint: prints.get(diagnostic),
    severity: SEVERITY[diagnostic.severity],
    location: { path: decodeForDisplay(diagnostic.path), lines: { begin: diagnostic.start.line, end: diagnostic.end.line } },
  }))
  return jsonText(issues)
}
