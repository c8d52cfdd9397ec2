import { decodeForDisplay } from '../parser/index.ts'
import { filesOf, type LintReport } from './lint-report.ts'
import { xml } from './xml.ts'

/** Checkstyle's XML, which many tools read. */
export function checkstyle(report: LintReport): string {
  const files = filesOf(report).map((path) => {
    const errors = report.diagnostics.filter((diagnostic) => diagnostic.path === path).map(({ start, severity, message, rule }) =>
      `    <error line="${start.line}" column="${start.column}" severity="${severity}" message="${xml(message)}" source="redis-conf-lint.${rule}"/>\n`)
    return `  <file name="${xml(decodeForDisplay(path))}">\n${errors.join('')}  </file>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`
}
