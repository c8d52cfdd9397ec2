import type { AclUser, Origin, ServerModel } from '../model/server-model.ts'

const ORIGINS: readonly Origin[] = ['unix', 'loopback4', 'loopback4-other', 'loopback6', 'network4', 'network6']

/** Settings, users, renamed commands and who can reach the server are equal: what a safe fix promises. */
export function hasSameEffect(a: ServerModel, b: ServerModel): boolean {
  return b.problems.length <= a.problems.length && settingsOf(a) === settingsOf(b) && renamesOf(a) === renamesOf(b)
    && hasSameReach(a, b) && haveSameUsers(a, b)
}

function settingsOf({ settings }: ServerModel): string {
  return JSON.stringify(Array.from(settings.values(), ({ name, value }) => [name, value]))
}

function renamesOf({ renames }: ServerModel): string {
  // Not the lines they come from, which move.
  return JSON.stringify(Array.from(renames.values(), ({ command, to }) => [command, to]).sort())
}

function hasSameReach(a: ServerModel, b: ServerModel): boolean {
  const [before, after] = [a.exposure(), b.exposure()]
  return ORIGINS.every((origin) => before.from(origin) === after.from(origin))
}

function haveSameUsers({ users: before }: ServerModel, { users: after }: ServerModel): boolean {
  if (before.size !== after.size) return false
  for (const [name, user] of before) {
    const other = after.get(name)
    if (other === undefined || rightsOf(user) !== rightsOf(other)) return false
  }
  return true
}

function rightsOf({ enabled, auth, flags, passwords, keys, channels, commands, selectors }: AclUser): string {
  return JSON.stringify([enabled, auth, flags, passwords, keys, channels, commands, selectors])
}
