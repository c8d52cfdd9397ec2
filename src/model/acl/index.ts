import type { DirectiveUse } from '../project.ts'
import type { AclUser, StartProblem } from '../server-model.ts'
import type { Startup } from '../startup.ts'

export interface LoadedUsers {
  readonly users: ReadonlyMap<string, AclUser>
  readonly problems: readonly StartProblem[]
}

/** What a `user` line is refused for while the file is read; null: nothing. The ones accepted before it are in `start.users`. */
export const userLineProblem: (start: Startup, use: DirectiveUse) => StartProblem | null = () => null

/** The users a server ends up with, and what keeps it from loading them: asked at the stage where the release loads them. */
export const aclUsers: (start: Startup) => LoadedUsers = () => ({ users: new Map(), problems: [] })
