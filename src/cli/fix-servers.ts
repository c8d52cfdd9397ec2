import type { Diagnostic } from '../diagnostic.ts'
import { fixProject } from '../fixer/fix-project.ts'
import type { AppliedFix, FixOptions, FixResult, RejectedFix } from '../fixer/fix-result.ts'
import type { Inputs } from '../fixer/inputs.ts'
import { lint } from '../lint.ts'
import { dryRun } from '../model/dry-run.ts'
import { loadProject, reload } from '../model/load.ts'
import { resolvePath } from '../model/paths.ts'
import type { CheckedServer } from '../report/lint-report.ts'
import { bytesOf } from '../parser/index.ts'
import { withFile, type LoadedServer } from './servers.ts'
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

/**
 * Fixes one server after the other. A file that several of them read is passed on as the one before left it, and
 * stays as it was where one of the others would not start with it any more.
 */
export async function fixServers(servers: readonly LoadedServer[], settings: LintSettings): Promise<FixedServers> {
  const files = new Map<string, FixedFile>()
  const generated: string[] = []
  const options = { ...settings.lint, level: settings.fixLevel, inputs: remembering(settings.inputs, generated) }
  const applied: AppliedFix[] = []
  const rejected: RejectedFix[] = []
  for (const server of servers) {
    const start = await withTexts(server, textsOf(files))
    const result = await fixShared(start, others(server, servers), options, textsOf(files))
    const later = applied.at(-1)?.pass ?? 0
    const own = result.applied.map((fix) => ({ ...fix, pass: fix.pass + later }))
    for (const [path, { before, after }] of result.files) {
      const at = absoluteOf(path, start)
      const known = files.get(at)
      files.set(at, { path, before: known?.before ?? before, after, applied: [...(known?.applied ?? []), ...own], server: known?.server ?? start, fixed: result.server })
    }
    for (const fix of own) applied.push(fix)
    for (const fix of result.rejected) rejected.push(fix)
  }
  const fixed = await Promise.all(servers.map((server) => withTexts(server, textsOf(files))))
  return { files, servers: fixed, applied, rejected, left: fixed.flatMap(({ project }) => lint(project, settings.lint)), generated }
}

type Texts = ReadonlyMap<string, string>

const textsOf = (files: ReadonlyMap<string, FixedFile>): Texts => new Map(Array.from(files, ([at, { after }]) => [at, after]))

/** Passwords that are made up are looked for in the files later. */
function remembering(inputs: Inputs, generated: string[]): Inputs {
  const { generatePassword } = inputs
  if (generatePassword === undefined) return inputs
  return {
    ...inputs,
    generatePassword: () => {
      const password = generatePassword()
      generated.push(password)
      return password
    },
  }
}

interface FixedServer extends Pick<FixResult, 'files' | 'applied' | 'rejected'> {
  readonly server: LoadedServer
}

const others = (server: LoadedServer, servers: readonly LoadedServer[]): readonly LoadedServer[] => servers.filter((other) => other !== server)

/** Once more, with the shared files left alone, where another server would not start with what was made of them. */
async function fixShared(server: LoadedServer, others: readonly LoadedServer[], options: FixOptions, texts: Texts): Promise<FixedServer> {
  const free = await fixOne(server, options)
  const changed = new Map([...texts, ...Array.from(free.files, ([path, { after }]) => [absoluteOf(path, server), after] as const)])
  const frozen = new Set<string>()
  for (const other of others) {
    const shared = [...free.files.keys()].filter((path) => other.project.printed.has(absoluteOf(path, server)))
    if (shared.length > 0 && await startsWorse(other, texts, changed)) for (const path of shared) frozen.add(path)
  }
  return frozen.size === 0 ? free : fixOne(server, { ...options, frozen })
}

async function startsWorse(server: LoadedServer, before: Texts, after: Texts): Promise<boolean> {
  const problems = async (texts: Texts): Promise<number> => dryRun((await withTexts(server, texts)).project).problems.length
  return await problems(after) > await problems(before)
}

/** A mended line may name a file that was not read before: it is read, and fixing goes on. */
async function fixOne(server: LoadedServer, options: FixOptions): Promise<FixedServer> {
  const before = new Map<string, string>()
  const texts = new Map<string, string>()
  const applied: AppliedFix[] = []
  let now = server
  for (;;) {
    const result = fixProject(now.project, options)
    const later = applied.at(-1)?.pass ?? 0
    applied.push(...result.applied.map((fix) => ({ ...fix, pass: fix.pass + later })))
    for (const [path, text] of result.files) {
      if (!before.has(path)) before.set(path, text.before)
      texts.set(path, text.after)
    }
    now = await withTexts(now, new Map(Array.from(texts, ([path, text]) => [absoluteOf(path, now), text])))
    if (result.unread.length > 0 && result.files.size > 0) continue
    const files = new Map(Array.from(texts, ([path, after]) => [path, { before: before.get(path) ?? '', after }]))
    return { server: now, files, applied, rejected: result.rejected }
  }
}

/** The server as it is with other texts, by absolute path, whatever else they make it read. */
async function withTexts(server: LoadedServer, texts: Texts): Promise<LoadedServer> {
  const { project, host } = server
  const changes = new Map(Array.from(texts).flatMap(([at, text]) => {
    const printed = project.printed.get(at)
    return printed === undefined ? [] : [[printed, text] as const]
  }))
  if (changes.size === 0) return server
  const overlaid = Array.from(texts).reduce((below, [at, text]) => withFile(below, at, bytesOf(text)), host)
  const again = reload(project, changes)
  const { entry, kind, runtime } = project
  const whole = again.unread.length === 0 ? again : await loadProject({ entry, host: overlaid, mode: kind, runtime, target: server.target })
  return { ...server, host: overlaid, project: whole }
}

function absoluteOf(path: string, { project }: CheckedServer): string {
  for (const [at, printed] of project.printed) if (printed === path) return at
  return resolvePath(project.cwd, path)
}
