import type { Schema } from '../../schema/schema.ts'
import type { PathKind } from '../host.ts'
import { folderOf, resolvePath } from '../paths.ts'
import type { Project } from '../project.ts'
import { foldersPassed } from '../working-directory.ts'

/** What a sentinel has learned of one master while it reads. */
export interface Master {
  readonly replicas: Set<string>
  readonly sentinels: Set<string>
  /** Lower-case: the server compares command names so. */
  readonly renamed: Set<string>
}

export interface SentinelState {
  readonly schema: Schema
  /** Names are case-sensitive. */
  readonly masters: Map<string, Master>
  resolvesHostnames: boolean
  announcesHostnames: boolean
  /** access(path, X_OK) from the server's working directory of the moment. */
  isExecutable(path: string): boolean
}

/** @param cwd where the server stands when it asks for a path */
export function sentinelState(project: Project, cwd: () => string): SentinelState {
  const { schema } = project
  return {
    schema,
    masters: new Map(),
    resolvesHostnames: !schema.has('sentinel-hostnames-need-consent'),
    announcesHostnames: false,
    isExecutable: (path) => path !== '' && isExecutable(project, cwd(), path),
  }
}

/** Folders that every machine has (hier(7)); programs are in those of the second list. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set([
  '/bin', '/dev', '/etc', '/home', '/lib', '/media', '/mnt', '/opt', '/proc', '/root', '/run', '/sbin', '/srv', '/sys', '/tmp',
  '/usr', '/usr/bin', '/usr/lib', '/usr/local', '/usr/local/bin', '/usr/sbin', '/usr/share', '/var', '/var/lib', '/var/log', '/var/run', '/var/tmp',
])
const PROGRAM_FOLDERS: ReadonlySet<string> = new Set(['/bin', '/sbin', '/usr/bin', '/usr/sbin'])

/**
 * A host that has no `/bin` at all is not a whole machine, only the files that were handed in: it can't tell that a
 * folder or program of the system is missing, so that is taken as there.
 */
function kindOnMachine({ kinds }: Project, path: string): PathKind {
  const known = kinds.get(path) ?? null
  if (known !== null) return known
  if (SYSTEM_FOLDERS.has(path)) return 'directory'
  const folder = folderOf(path)
  return PROGRAM_FOLDERS.has(folder) && (kinds.get(folder) ?? null) === null ? 'file' : null
}

/** Of a folder the same bit means that one may go there, so that it passes too. Without permission bits every file may be executed. */
function isExecutable(project: Project, cwd: string, path: string): boolean {
  const absolute = resolvePath(cwd, path)
  if (!foldersPassed(cwd, path).every((folder) => kindOnMachine(project, folder) === 'directory')) return false
  if (kindOnMachine(project, absolute) === null) return false
  const status = project.statuses.get(absolute)
  return status === undefined || (status.mode & 0o111) !== 0
}
