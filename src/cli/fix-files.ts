import type { CheckedServer } from '../report/lint-report.ts'
import { refuse, type ExitCode, type Io } from './command.ts'
import type { LintSettings } from './settings.ts'

export function fixFiles(servers: readonly CheckedServer[], settings: LintSettings, io: Io): Promise<ExitCode> {
  return Promise.resolve(refuse(io, `--fix is not there yet for ${servers.length} (${settings.format})`))
}
