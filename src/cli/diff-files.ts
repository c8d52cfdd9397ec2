import { lineChanges } from '../fixer/line-changes.ts'
import { secretValues } from '../fixer/secret-values.ts'
import { MASK } from '../fixer/secrets.ts'
import { bytesOf } from '../parser/index.ts'
import type { LoadedServer } from './servers.ts'
import { patchOf, type FilePatch } from '../report/patch.ts'
import { shown, sourceLine } from '../report/source-line.ts'
import type { ExitCode, Io } from './command.ts'
import { fixServers, type FixedFile } from './fix-servers.ts'
import { bytePath } from './node-host.ts'
import { exitCodeOf } from './outcome.ts'
import { patchName } from './patch-name.ts'
import { countsOf, plural } from '../report/counts.ts'
import type { LintSettings } from './settings.ts'

/** Shows what `--fix` would write as a patch on stdout, and writes nothing. */
export async function diffFiles(servers: readonly LoadedServer[], settings: LintSettings, io: Io): Promise<ExitCode> {
  const fixed = await fixServers(servers, settings)
  let masked = 0
  for (const [at, file] of fixed.files) {
    const patch = patchOf(patchedFile(file, patchName(at, io.host.cwd), settings.showSecrets, io.isTerminal, () => { masked++ }), io.palette)
    io.out(io.isTerminal ? patch : bytesOf(patch))
  }
  if (masked > 0) io.err(`${plural(masked, 'line')} of this patch ${masked === 1 ? 'holds' : 'hold'} a secret, shown as ${MASK}; with --show-secrets it can be applied\n`)
  if (fixed.left.length > 0) io.err(`${countsOf(fixed.left)} would be left; without --diff each is explained\n`)
  return fixed.files.size > 0 ? 1 : exitCodeOf(fixed.left, settings)
}

/** In a terminal nothing may steer it; a pipe gets the bytes of the file. */
function patchedFile({ path, before, after, applied, server, fixed }: FixedFile, name: string, showSecrets: boolean, isTerminal: boolean, onMask: () => void): FilePatch {
  return {
    path: name,
    before,
    after,
    changes: lineChanges(path, before, after, applied),
    words: (words) => (isTerminal ? words : bytePath(words)),
    line: (side, index, text) => {
      const source = side === 'before' ? sourceLine(server.project, path, index + 1) : sourceLine(fixed.project, path, index + 1, secretValues(server.project))
      const secrets = showSecrets ? [] : source?.secrets ?? []
      const isMasked = source !== null && secrets.some(({ start, end }) => start < source.start + source.text.length && end > source.start)
      if (isMasked) onMask()
      if (source === null || (!isMasked && !isTerminal)) return text
      const printed = shown({ ...source, secrets }, source.start, source.start + source.text.length)
      return isTerminal ? printed : bytePath(printed)
    },
  }
}
