import type { Project } from '../../model/project.ts'
import type { Page } from '../pretty.ts'
import type { Audit } from './audit.ts'

/** One server, and the files that some formats show. */
export interface AuditedServer {
  readonly audit: Audit
  readonly project: Project
}

/** What every format makes its text of; the worst server comes first. */
export interface AuditReport {
  /** Of this program. */
  readonly version: string
  readonly servers: readonly AuditedServer[]
}

export type AuditFormat = (report: AuditReport, page: Page) => string
