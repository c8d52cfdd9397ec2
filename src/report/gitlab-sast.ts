import type { Diagnostic } from '../diagnostic.ts'
import { decodeForDisplay } from '../parser/index.ts'
import { rules } from '../rules/list.ts'
import type { Severity } from '../rules/rule.ts'
import { fingerprints } from './fingerprint.ts'
import type { LintReport } from './lint-report.ts'
import { jsonText } from './json-text.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'High', warning: 'Medium', info: 'Info' }

/** GitLab's security report for static analysis, schema 15.0.4. */
export function gitlabSast(report: LintReport): string {
  const prints = fingerprints(report)
  const tool = { id: 'redis-conf-lint', name: 'redis-conf-lint', version: report.version, vendor: { name: 'redis-conf-lint' } }
  const document = {
    version: '15.0.4',
    scan: { analyzer: tool, scanner: tool, start_time: report.time, end_time: report.time, status: 'success', type: 'sast' },
    vulnerabilities: report.diagnostics.map((diagnostic) => vulnerability(diagnostic, prints.get(diagnostic) ?? '')),
  }
  return jsonText(document)
}

function vulnerability({ rule, severity, message, advice, fix, path, start, end, url }: Diagnostic, print: string): object {
  const meta = rules.find(({ meta }) => meta.id === rule)?.meta
  const solution = fix === undefined ? advice : `${fix.title}. ${fix.consequence}`
  return {
    id: uuidOf(print),
    name: meta?.summary ?? rule,
    description: message,
    severity: SEVERITY[severity],
    ...(solution === undefined ? {} : { solution }),
    identifiers: [
      { type: 'redis_conf_lint_rule_id', name: `redis-conf-lint ${rule}`, value: rule, url },
      ...(meta?.references ?? []).flatMap(cwe),
    ],
    links: [{ url }],
    location: { file: decodeForDisplay(path), start_line: start.line, end_line: end.line },
  }
}

function cwe(reference: string): readonly object[] {
  const [, number] = /^CWE-(\d+)$/.exec(reference) ?? []
  return number === undefined ? [] : [{ type: 'cwe', name: reference, value: number, url: `https://cwe.mitre.org/data/definitions/${number}.html` }]
}

/** A fingerprint in the form of a UUID of version 8, whose bits are the maker's own. */
const uuidOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
