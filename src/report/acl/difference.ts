import { contains } from '../../model/acl/command-set.ts'
import type { LoadedUser } from '../../model/acl/index.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import { userName } from '../user-name.ts'

/** What one user gained or lost from one file to another. */
export interface UserDifference {
  readonly user: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** `keys: ~a:* → ~*` and the like. */
  readonly other: readonly string[]
}

/** Users by what they may do, not by how their lines are written. */
export function differenceOf(before: ReadonlyMap<string, LoadedUser>, after: ReadonlyMap<string, LoadedUser>): readonly UserDifference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap((name) => {
    const difference = ofUser(name, before.get(name), after.get(name))
    return difference.change === 'changed' && [...difference.gained, ...difference.lost, ...difference.other].length === 0 ? [] : [difference]
  })
}

function ofUser(name: string, before: LoadedUser | undefined, after: LoadedUser | undefined): UserDifference {
  const [had, has] = [commandsOf(before), commandsOf(after)]
  return {
    user: userName(name),
    change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    gained: [...has].filter((command) => !had.has(command)),
    lost: [...had].filter((command) => !has.has(command)),
    other: before === undefined || after === undefined ? [] : otherwise(before, after),
  }
}

function commandsOf(user: LoadedUser | undefined): ReadonlySet<string> {
  if (user === undefined) return new Set()
  const { names } = user.terms.space.table
  return new Set(names.filter((_, index) => user.outline.grants.some(({ set }) => contains(set, index))))
}

function otherwise(before: LoadedUser, after: LoadedUser): readonly string[] {
  const fields: readonly (readonly [string, (user: LoadedUser) => string])[] = [
    ['login', (user) => (user.enabled ? user.auth : 'off')],
    ['keys', (user) => user.keys],
    ['channels', (user) => user.channels],
    ['databases', (user) => user.databases],
    ['selectors', (user) => user.selectors.map(printSelector).join(' ')],
  ]
  const changed = fields.flatMap(([label, of]) => {
    const [was, is] = [of(before), of(after)]
    return was === is ? [] : [`${label}: ${decodeForDisplay(was === '' ? 'none' : was)} → ${decodeForDisplay(is === '' ? 'none' : is)}`]
  })
  const samePasswords = before.passwords.join() === after.passwords.join()
  return samePasswords ? changed : [...changed, 'passwords: others than before']
}

/** All databases go without saying. */
function printSelector({ commands, keys, channels, databases }: LoadedUser['selectors'][number]): string {
  const only = databases === 'alldbs' ? '' : databases === '' ? 'resetdbs' : databases
  return `(${[commands, keys, channels, only].filter((rules) => rules !== '').join(' ')})`
}

/** Beyond this, a count. */
const MOST_NAMED = 12

export function printDifference({ user, change, gained, lost, other }: UserDifference): string {
  const named = (commands: readonly string[]): string =>
    `${commands.slice(0, MOST_NAMED).join(' ')}${commands.length > MOST_NAMED ? ` and ${commands.length - MOST_NAMED} more` : ''}`
  return [
    `${user}${change === 'changed' ? '' : ` is ${change}`}\n`,
    gained.length === 0 ? '' : `  + may run ${named(gained)}\n`,
    lost.length === 0 ? '' : `  - may no longer run ${named(lost)}\n`,
    ...other.map((line) => `  ~ ${line}\n`),
  ].join('')
}
