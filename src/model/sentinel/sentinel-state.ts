import type { Project } from '../project.ts'
import type { Schema } from '../../schema/schema.ts'
import { folderOf, resolvePath } from '../paths.ts'

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
    isExecutable: (path) => path !== '' && isExecutable(project, resolvePath(cwd(), path)),
  }
}

const PROGRAM_FOLDERS: ReadonlySet<string> = new Set(['/bin', '/sbin', '/usr/bin', '/usr/sbin'])

/**
 * A host that has no `/bin` at all is not a whole machine, only the files that were handed in: it can't tell that a
 * program of the system is missing, so that is taken as there. Without permission bits every file may be executed.
 */
function isExecutable({ kinds, statuses }: Project, path: string): boolean {
  if ((kinds.get(path) ?? null) === null) {
    const folder = folderOf(path)
    return PROGRAM_FOLDERS.has(folder) && (kinds.get(folder) ?? null) === null
  }
  const status = statuses.get(path)
  return status === undefined || (status.mode & 0o111) !== 0
}
