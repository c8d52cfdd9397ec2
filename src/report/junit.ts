import type { Diagnostic } from '../diagnostic.ts'
import { decodeForDisplay } from '../parser/index.ts'
import { conciseLine } from './concise.ts'
import { filesOf, type LintReport } from './lint-report.ts'
import { xml } from './xml.ts'

/** JUnit's XML: a suite for each file, a failed case for each finding, one that passed for a file without any. */
export function junit(report: LintReport): string {
  const suites = filesOf(report).map((path) => suite(decodeForDisplay(path), report.diagnostics.filter((diagnostic) => diagnostic.path === path)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="redis-conf-lint">\n${suites.join('')}</testsuites>\n`
}

function suite(name: string, found: readonly Diagnostic[]): string {
  const cases = found.length === 0 ? [`    <testcase name="no findings" classname="${xml(name)}"/>\n`] : found.map((diagnostic) => failed(name, diagnostic))
  return `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${found.length}" errors="0">\n${cases.join('')}  </testsuite>\n`
}

function failed(name: string, diagnostic: Diagnostic): string {
  const { rule, severity, message, start } = diagnostic
  return `    <testcase name="${rule} at line ${start.line}" classname="${xml(name)}">\n` +
    `      <failure type="${severity}" message="${xml(message)}">${xml(conciseLine(diagnostic))}</failure>\n    </testcase>\n`
}
