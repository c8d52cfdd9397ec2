import { decodeForDisplay } from '../../parser/index.ts'
import type { AuditReport } from './audit-report.ts'
import { jsonText } from '../json-text.ts'

/** For programs. Fields may be added; none changes its meaning while `schemaVersion` is 1. */
export function jsonAudit({ servers, version }: AuditReport): string {
  const output = {
    schemaVersion: 1,
    tool: { name: 'redis-conf-lint', version },
    audits: servers.map(({ audit }) => ({ ...audit, entry: decodeForDisplay(audit.entry) })),
  }
  return jsonText(output)
}
