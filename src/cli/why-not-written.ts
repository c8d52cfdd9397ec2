import { decodeForDisplay } from '../parser/index.ts'
import { codeOf } from './node-host.ts'

/** A file can't be replaced; the message says which and why. */
export class Stopped extends Error {}

/** The same, when some files are rewritten already and could not be put back. */
export class HalfDone extends Error {}

const REASON: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it, as where a file is immutable (see lsattr)',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'it is a mount point of its own, so it can be written to but not replaced; fix the original file, which is mounted there',
}

/** Why a file can't be written, in words; the system's own for what nobody foresaw. */
export function whyNotWritten(error: unknown): string {
  const code = String(codeOf(error))
  return REASON[code] ?? code
}

/** Names the file that was to be replaced, not the hidden one beside it that the system complains of. */
export function stopped(path: string, error: unknown): unknown {
  if (error instanceof Stopped || codeOf(error) === undefined) return error
  return new Stopped(`${decodeForDisplay(path)} can't be replaced: ${whyNotWritten(error)}`)
}
