import { randomBytes } from 'node:crypto'
import {
  closeSync, copyFileSync, fchmodSync, fchownSync, fsyncSync, linkSync, openSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync,
  writeSync,
} from 'node:fs'
import { bytesOf, decodeForDisplay, textOf } from '../parser/index.ts'
import { codeOf, systemPath } from './node-host.ts'
import type { Problem } from './problem.ts'

/** New content for a file. Texts and paths have one char a byte. */
export interface Rewrite {
  readonly path: string
  /** What it held when it was read. */
  readonly before: string
  readonly after: string
}

/** A rewrite whose bytes are on the disk, beside the file that they will replace. */
interface Staged extends Rewrite {
  /** The file itself, where `path` is a link. */
  readonly target: string
  readonly fresh: string
}

/**
 * Replaces files, all or none: everything is written and flushed beside them first, and then renamed over them.
 * Mode, owner and links stay. A file that does not hold what was read any more is left alone, and all others with it.
 * A backup is made of each if a suffix is given.
 */
export function writeFiles(rewrites: readonly Rewrite[], backup: string | null): Problem | null {
  const staged: Staged[] = []
  try {
    for (const rewrite of rewrites) staged.push(stage(rewrite))
    replaceAll(staged, backup)
    return null
  } catch (error) {
    if (error instanceof Stopped || codeOf(error) !== undefined) return { problem: `nothing was written: ${reasonOf(error)}` }
    throw error
  } finally {
    for (const { fresh } of staged) remove(fresh)
  }
}

/** A file can't be replaced; the message says which and why. */
class Stopped extends Error {}

const REASON: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
}

/** Why a file can't be written, in words; the system's own for what nobody foresaw. */
export function whyNotWritten(error: unknown): string {
  const code = String(codeOf(error))
  return REASON[code] ?? code
}

function reasonOf(error: unknown): string {
  if (error instanceof Stopped) return error.message
  const { path = '' } = error as { readonly path?: unknown }
  const place = Buffer.isBuffer(path) ? textOf(path) : String(path)
  return `${whyNotWritten(error)}${place === '' ? '' : ` at ${decodeForDisplay(place)}`}`
}

function stage(rewrite: Rewrite): Staged {
  if (!statSync(systemPath(rewrite.path)).isFile()) throw new Stopped(`${decodeForDisplay(rewrite.path)} is no file that could be replaced; with \`-\`, what is read from stdin goes fixed to stdout`)
  const target = textOf(realpathSync(systemPath(rewrite.path), 'buffer'))
  const { mode, uid, gid } = statSync(systemPath(target))
  requireUnchanged({ ...rewrite, target })
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
  return { ...rewrite, target, fresh }
}

function requireUnchanged({ path, target, before }: Rewrite & { readonly target: string }): void {
  if (textOf(readFileSync(systemPath(target))) !== before) throw new Stopped(`another program changed ${decodeForDisplay(path)} meanwhile; run again`)
}

/** A hidden name of the same folder, so that the rename stays within one file system. */
function beside(target: string): string {
  const slash = target.lastIndexOf('/') + 1
  return `${target.slice(0, slash)}.${target.slice(slash).slice(0, 200)}.${randomBytes(6).toString('hex')}`
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

function replaceAll(staged: readonly Staged[], backup: string | null): void {
  const replaced: { readonly target: string; readonly saved: string }[] = []
  try {
    for (const file of staged) {
      requireUnchanged(file)
      if (backup !== null) copyFileSync(systemPath(file.target), systemPath(file.target + backup))
      const saved = beside(file.target)
      save(file.target, saved)
      replaced.push({ target: file.target, saved })
      renameSync(systemPath(file.fresh), systemPath(file.target))
    }
  } catch (error) {
    for (const { target, saved } of replaced) renameSync(systemPath(saved), systemPath(target))
    throw error
  }
  for (const { saved } of replaced) remove(saved)
  for (const folder of new Set(staged.map(({ target }) => target.slice(0, target.lastIndexOf('/') + 1)))) flushFolder(folder)
}

/** A second name for the old content, or a copy where the file system has no such thing. */
function save(target: string, saved: string): void {
  try {
    linkSync(systemPath(target), systemPath(saved))
  } catch {
    copyFileSync(systemPath(target), systemPath(saved))
  }
}

function flushFolder(folder: string): void {
  const descriptor = openSync(systemPath(folder), 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function remove(path: string): void {
  try {
    unlinkSync(systemPath(path))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}
