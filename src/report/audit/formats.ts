import type { AuditFormat } from './audit-report.ts'

/** What `audit --format` knows, each loaded when it is asked for. */
export const AUDIT_FORMATS = {
  pretty: async (): Promise<AuditFormat> => (await import('./pretty.ts')).prettyAudit,
  json: async (): Promise<AuditFormat> => (await import('./json.ts')).jsonAudit,
  markdown: async (): Promise<AuditFormat> => (await import('./markdown.ts')).markdownAudit,
  html: async (): Promise<AuditFormat> => (await import('./html.ts')).htmlAudit,
}

export type AuditFormatName = keyof typeof AUDIT_FORMATS
