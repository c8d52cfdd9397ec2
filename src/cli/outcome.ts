import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { AppliedFix } from '../fixer/fix-result.ts'
import { isAtLeast } from '../report/counts.ts'
import { FORMATS } from '../report/formats.ts'
import type { CheckedServer, LintReport } from '../report/lint-report.ts'
import { PLAIN } from '../report/palette.ts'
import type { InputName } from '../rules/rule.ts'
import { refuse, type ExitCode, type Io } from './command.ts'
import type { LintSettings } from './settings.ts'
import { VERSION } from './version.ts'

/** What was found, ready for any format. */
export function reportOf(servers: readonly CheckedServer[], found: readonly Diagnostic[], settings: LintSettings, applied?: readonly AppliedFix[]): LintReport {
  return {
    version: VERSION,
    time: new Date().toISOString().slice(0, 19),
    servers,
    diagnostics: onlyOnce(found).filter(({ severity }) => isAtLeast(severity, settings.minSeverity)),
    given: Object.keys(settings.inputs.values ?? {}) as InputName[],
    showSecrets: settings.showSecrets,
    ...(applied === undefined ? {} : { applied }),
  }
}

/** A file that several servers include gives each of them the same findings. */
function onlyOnce(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return found.filter(({ rule, path, start, end, message }) => {
    const key = `${rule} ${start.offset} ${end.offset} ${path} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Prints the report, writes it to the files of `--output`, and says how the run ends. */
export async function finish(report: LintReport, settings: LintSettings, io: Io): Promise<ExitCode> {
  const print = await FORMATS[settings.format]()
  io.out(print(report, io))
  for (const { format, path } of settings.outputs) {
    const write = await FORMATS[format]()
    try {
      writeFileSync(resolve(io.cwd, path), write(report, { palette: PLAIN, width: 80 }))
    } catch (error) {
      const { whyNotWritten } = await import('./why-not-written.ts')
      return refuse(io, `can't write ${path}: ${whyNotWritten(error)}`)
    }
  }
  return exitCodeOf(report.diagnostics, settings)
}

export function exitCodeOf(diagnostics: readonly Diagnostic[], { failOn, maxWarnings }: LintSettings): ExitCode {
  if (failOn === 'never') return 0
  const failing = diagnostics.filter(({ severity }) => isAtLeast(severity, failOn))
  const warnings = failing.filter(({ severity }) => severity === 'warning').length
  const excused = warnings <= maxWarnings ? warnings : 0
  return failing.length > excused ? 1 : 0
}
