import { bytesOf, decodeForDisplay } from '../parser/index.ts'
import { plural } from '../report/counts.ts'
import type { LoadedServer } from './servers.ts'
import { refuse, type ExitCode, type Io } from './command.ts'
import { fixServers, type FixedServers } from './fix-servers.ts'
import { exitCodeOf, finish, reportOf } from './outcome.ts'
import type { LintSettings } from './settings.ts'
import { writeFiles } from './write-files.ts'

/** Writes what fixes make of the files, says what that was, and reports what is left. */
export async function fixFiles(servers: readonly LoadedServer[], settings: LintSettings, io: Io): Promise<ExitCode> {
  const fixed = await fixServers(servers, settings)
  const rewrites = Array.from(fixed.files, ([path, { before, after }]) => ({ path, before, after }))
  const problem = writeFiles(rewrites, settings.backup)
  if (problem !== null) return refuse(io, problem.problem)
  for (const note of notesOn(fixed)) io.err(`${note}\n`)
  if (rewrites.length > 0) io.err(`${plural(rewrites.length, 'file')} written; a server that runs knows nothing of it until it is restarted, or told with CONFIG SET\n`)
  return finish(reportOf(fixed.servers, fixed.left, settings, fixed.applied), settings, io)
}

/** The text of stdin, fixed, goes to stdout; everything else to stderr. Files that it includes are not written. */
export async function fixText(servers: readonly LoadedServer[], path: string, settings: LintSettings, io: Io): Promise<ExitCode> {
  const fixed = await fixServers(servers, settings)
  const [server] = servers
  const text = fixed.files.get(path)?.after ?? [...(server?.project.confs.values() ?? []), ...(server?.project.acls.values() ?? [])][0]?.file.text ?? ''
  io.out(bytesOf(text))
  for (const note of notesOn(fixed)) io.err(`${note}\n`)
  const others = [...fixed.files.keys()].filter((other) => other !== path)
  if (others.length > 0) io.err(`not written, as only stdin is: ${others.map(decodeForDisplay).join(', ')}\n`)
  return exitCodeOf(reportOf(fixed.servers, fixed.left, settings).diagnostics, settings)
}

/** Where a new password stands, and what was not done after all. Never the password. */
function notesOn(fixed: FixedServers): readonly string[] {
  const notes: string[] = []
  for (const { path, after } of fixed.files.values()) {
    for (const password of fixed.generated) {
      const at = after.indexOf(password)
      if (at === -1) continue
      const line = after.slice(0, at).split('\n').length
      notes.push(`a new password stands in ${decodeForDisplay(path)}:${line}, and nowhere else: clients must log in with it (AUTH, or the password of their URL)`)
    }
  }
  for (const { rule, path, line, because } of fixed.rejected) notes.push(`${decodeForDisplay(path)}:${line}: the fix of ${rule} was undone: ${because}`)
  return notes
}
