import { decodeForDisplay } from '../parser/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { literalEdits } from './literal-edits.ts'
import type { LintReport } from './lint-report.ts'
import { jsonText } from './json-text.ts'

const NAME = { name: 'redis-conf-lint', url: 'https://github.com/redis-conf-lint/redis-conf-lint' }
const SEVERITY = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** reviewdog's diagnostics; fixes become changes that a reviewer takes with one click. */
export function rdjson(report: LintReport): string {
  return jsonText({ source: NAME, diagnostics: report.diagnostics.map((diagnostic) => diagnosticOf(diagnostic, report)) })
}

function diagnosticOf(diagnostic: Diagnostic, report: LintReport): object {
  const { path, start, end, message, severity, rule, url } = diagnostic
  const suggestions = literalEdits(diagnostic, report).filter((edit) => edit.path === path)
    .map((edit) => ({ range: { start: place(edit.start), end: place(edit.end) }, text: edit.newText }))
  return {
    message,
    location: { path: decodeForDisplay(path), range: { start: place(start), end: place(end) } },
    severity: SEVERITY[severity],
    code: { value: rule, url },
    ...(suggestions.length === 0 ? {} : { suggestions }),
  }
}

const place = ({ line, column }: Diagnostic['start']): object => ({ line, column })
