import { randomBytes } from 'node:crypto'
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import { decodeForDisplay, textOf } from '../parser/index.ts'
import { codeOf, systemPath } from './node-host.ts'
import { HalfDone, Stopped, stopped } from './why-not-written.ts'

/** New content for a file. Texts and paths have one char a byte. */
export interface Rewrite {
  readonly path: string
  /** What it held when it was read. */
  readonly before: string
  readonly after: string
}

/** A rewrite whose bytes are on the disk, beside the file that they will replace. */
export interface Staged extends Rewrite {
  /** The file itself, where `path` is a link. */
  readonly target: string
  readonly fresh: string
}

/** A file that was replaced, and what it takes to undo that. */
interface Replaced extends Staged {
  readonly saved: string
  readonly backup: string | null
}

/** Renames what is staged over the files. If one can't be replaced, those before it are put back, and their backups are gone too. */
export function replaceAll(staged: readonly Staged[], suffix: string | null): void {
  const replaced: Replaced[] = []
  try {
    for (const file of staged) replaced.push(replace(file, suffix))
  } catch (error) {
    const stuck = replaced.filter((file) => !isPutBack(file))
    if (stuck.length > 0) throw halfDone(stuck, error)
    throw error
  }
  for (const { saved } of replaced) remove(saved)
  for (const folder of new Set(staged.map(({ target }) => target.slice(0, target.lastIndexOf('/') + 1)))) flushFolder(folder)
}

function replace(file: Staged, suffix: string | null): Replaced {
  const { path, target, fresh } = file
  const saved = beside(target)
  let backup: string | null = null
  try {
    requireUnchanged(file)
    if (suffix !== null) backup = backUp(file, suffix)
    keepOld(target, saved)
    renameSync(systemPath(fresh), systemPath(target))
  } catch (error) {
    remove(saved)
    if (backup !== null) remove(backup)
    throw stopped(path, error)
  }
  return { ...file, saved, backup }
}

export function requireUnchanged({ path, target, before }: Pick<Staged, 'path' | 'target' | 'before'>): void {
  if (textOf(readFileSync(systemPath(target))) !== before) throw new Stopped(`another program changed ${decodeForDisplay(path)} meanwhile; run again`)
}

/** A copy for the user, never over a file or through a link that is there: that may be the only copy of something else. */
function backUp({ path, target }: Staged, suffix: string): string {
  const backup = target + suffix
  try {
    copyFileSync(systemPath(target), systemPath(backup), constants.COPYFILE_EXCL)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    throw new Stopped(`the backup of ${decodeForDisplay(path)} would overwrite ${decodeForDisplay(backup)}; move that away, or name another suffix with --backup=SUFFIX`)
  }
  return backup
}

/** A second name for the old content, or a copy where the file system has no such thing. */
function keepOld(target: string, saved: string): void {
  try {
    linkSync(systemPath(target), systemPath(saved))
  } catch {
    copyFileSync(systemPath(target), systemPath(saved), constants.COPYFILE_EXCL)
  }
}

function isPutBack({ target, saved, backup }: Replaced): boolean {
  try {
    renameSync(systemPath(saved), systemPath(target))
    if (backup !== null) remove(backup)
    return true
  } catch {
    return false
  }
}

function halfDone(stuck: readonly Replaced[], error: unknown): HalfDone {
  const places = stuck.map(({ path, saved }) => `${decodeForDisplay(path)} (what it held is in ${decodeForDisplay(saved)})`)
  return new HalfDone(`rewritten, and impossible to put back: ${places.join(', ')}; the others were left alone: ${error instanceof Error ? error.message : ''}`)
}

/** A hidden name of the same folder, so that the rename stays within one file system. */
export function beside(target: string): string {
  const slash = target.lastIndexOf('/') + 1
  return `${target.slice(0, slash)}.${target.slice(slash).slice(0, 200)}.${randomBytes(6).toString('hex')}`
}

export function remove(path: string): void {
  try {
    unlinkSync(systemPath(path))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Everything is written by now: a folder that can't be flushed, as one that nobody may list, changes nothing of that. */
function flushFolder(folder: string): void {
  let descriptor: number | null = null
  try {
    descriptor = openSync(systemPath(folder), 'r')
    fsyncSync(descriptor)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}
