import type { AclUser, ServerModel, StartProblem } from '../server-model.ts'
import type { Startup } from '../startup.ts'
import { LoadedUser } from './loaded-user.ts'
import { loadUsers } from './load-users.ts'

export { LoadedUser }
export { userLineProblem } from './user-line.ts'

export interface LoadedUsers {
  /** In the order they are declared; `default` is always there, where the release has users. */
  readonly users: ReadonlyMap<string, AclUser>
  readonly problems: readonly StartProblem[]
}

/** The users with all that is known of them. */
export function * loadedUsers({ users }: Pick<ServerModel, 'users'>): Iterable<LoadedUser> {
  for (const user of users.values()) if (user instanceof LoadedUser) yield user
}

/** Before there were users. */
const NOBODY: LoadedUsers = { users: new Map(), problems: [] }

const loaded = new WeakMap<Startup, LoadedUsers>()

/** The users a server ends up with, and what keeps it from loading them: asked at the stage where the release loads them. */
export function aclUsers(start: Startup): LoadedUsers {
  const known = loaded.get(start)
  if (known !== undefined) return known
  const users = start.schema.has('acl') ? loadUsers(start) : NOBODY
  loaded.set(start, users)
  return users
}
