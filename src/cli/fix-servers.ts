import type { Diagnostic } from '../diagnostic.ts'
import { fixProject } from '../fixer/fix-project.ts'
import type { AppliedFix, RejectedFix } from '../fixer/fix-result.ts'
import { reload } from '../model/load.ts'
import { resolvePath } from '../model/paths.ts'
import type { CheckedServer } from '../report/lint-report.ts'
import type { LintSettings } from './settings.ts'

export interface FixedFile {
  /** As printed. */
  readonly path: string
  readonly before: string
  readonly after: string
  /** Those that changed this file, in order. */
  readonly applied: readonly AppliedFix[]
  readonly server: CheckedServer
  readonly fixed: CheckedServer
}

export interface FixedServers {
  /** By absolute path. */
  readonly files: ReadonlyMap<string, FixedFile>
  /** As they would be with the files written. */
  readonly servers: readonly CheckedServer[]
  readonly applied: readonly AppliedFix[]
  readonly rejected: readonly RejectedFix[]
  readonly left: readonly Diagnostic[]
  /** Passwords that were made up. They are looked for in the files, and never printed. */
  readonly generated: readonly string[]
}

/** Fixes one server after the other. A file that several of them read is passed on as the one before left it. */
export function fixServers(servers: readonly CheckedServer[], settings: LintSettings): FixedServers {
  const files = new Map<string, FixedFile>()
  const generated: string[] = []
  const { generatePassword } = settings.inputs
  const inputs = generatePassword === undefined ? settings.inputs : {
    ...settings.inputs,
    generatePassword: () => {
      generated.push(generatePassword())
      return generated.at(-1) ?? ''
    },
  }
  const applied: AppliedFix[] = []
  const rejected: RejectedFix[] = []
  const left: Diagnostic[] = []
  const fixed = servers.map((server) => {
    const project = reload(server.project, changesFor(server, files))
    const result = fixProject(project, { ...settings.lint, level: settings.fixLevel, inputs })
    const after = { ...server, project: reload(project, new Map(Array.from(result.files, ([path, file]) => [path, file.after]))) }
    const later = applied.at(-1)?.pass ?? 0
    const own = result.applied.map((fix) => ({ ...fix, pass: fix.pass + later }))
    for (const [path, { before, after: text }] of result.files) {
      const at = absoluteOf(path, server)
      const known = files.get(at)
      files.set(at, { path, before: known?.before ?? before, after: text, applied: [...(known?.applied ?? []), ...own], server: known?.server ?? server, fixed: after })
    }
    for (const fix of own) applied.push(fix)
    for (const fix of result.rejected) rejected.push(fix)
    for (const finding of result.left) left.push(finding)
    return after
  })
  return { files, servers: fixed, applied, rejected, left, generated }
}

/** Texts that are not those of the disk any more, by the name they have in this server. */
function changesFor({ project }: CheckedServer, files: ReadonlyMap<string, FixedFile>): ReadonlyMap<string, string> {
  const changes = new Map<string, string>()
  for (const [at, printed] of project.printed) {
    const file = files.get(at)
    if (file !== undefined) changes.set(printed, file.after)
  }
  return changes
}

function absoluteOf(path: string, { project }: CheckedServer): string {
  for (const [at, printed] of project.printed) if (printed === path) return at
  return resolvePath(project.cwd, path)
}
