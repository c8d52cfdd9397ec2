import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs'
import { bytesOf, decodeForDisplay } from '../parser/index.ts'
import { systemPath } from './node-host.ts'
import { realPath } from './once-each.ts'
import type { Problem } from './problem.ts'
import { beside, remove, replaceAll, requireUnchanged, type Rewrite, type Staged } from './replace-files.ts'
import { HalfDone, Stopped, stopped } from './why-not-written.ts'

/**
 * Replaces files, all or none: everything is written and flushed beside them first, and then renamed over them.
 * Mode, owner and links stay. A file that does not hold what was read any more is left alone, and all others with it.
 * A backup is made of each if a suffix is given.
 */
export function writeFiles(rewrites: readonly Rewrite[], backup: string | null): Problem | null {
  const staged: Staged[] = []
  try {
    for (const rewrite of rewrites) stageOnce(rewrite, staged)
    replaceAll(staged, backup)
    return null
  } catch (error) {
    if (error instanceof Stopped) return { problem: `nothing was written: ${error.message}` }
    if (error instanceof HalfDone) return { problem: error.message }
    throw error
  } finally {
    for (const { fresh } of staged) remove(fresh)
  }
}

/** A file that is read under two names is written once, if both are to hold the same. */
function stageOnce(rewrite: Rewrite, staged: Staged[]): void {
  try {
    const target = targetOf(rewrite)
    const other = staged.find((file) => file.target === target)
    if (other === undefined) staged.push(stage({ ...rewrite, target }))
    else if (other.after !== rewrite.after) throw new Stopped(`${decodeForDisplay(other.path)} and ${decodeForDisplay(rewrite.path)} are one file, to be changed in two ways; fix it under one name`)
  } catch (error) {
    throw stopped(rewrite.path, error)
  }
}

function targetOf({ path }: Rewrite): string {
  const status = statSync(systemPath(path), { throwIfNoEntry: false })
  if (status === undefined) throw new Stopped(`another program removed ${decodeForDisplay(path)} meanwhile`)
  if (!status.isFile()) throw new Stopped(`${decodeForDisplay(path)} is no file that could be replaced; with \`-\`, what is read from stdin goes fixed to stdout`)
  return realPath(path)
}

function stage(rewrite: Omit<Staged, 'fresh'>): Staged {
  const { target } = rewrite
  const { mode, uid, gid } = statSync(systemPath(target))
  requireUnchanged(rewrite)
  const fresh = beside(target)
  const descriptor = openSync(systemPath(fresh), 'wx', 0o600)
  try {
    writeAll(descriptor, bytesOf(rewrite.after))
    keepOwner(descriptor, uid, gid, rewrite.path)
    fchmodSync(descriptor, mode & 0o7777)
    fsyncSync(descriptor)
  } catch (error) {
    remove(fresh)
    throw error
  } finally {
    closeSync(descriptor)
  }
  return { ...rewrite, fresh }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
}

function keepOwner(descriptor: number, uid: number, gid: number, path: string): void {
  if (process.getuid?.() === uid && process.getgid?.() === gid) return
  try {
    fchownSync(descriptor, uid, gid)
  } catch {
    throw new Stopped(`${decodeForDisplay(path)} belongs to another user or group, and would not any more`)
  }
}
