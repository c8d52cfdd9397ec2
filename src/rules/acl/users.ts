import { contains } from '../../model/acl/command-set.ts'
import { loadedUsers, LoadedUser } from '../../model/acl/index.ts'
import type { ServerModel } from '../../model/server-model.ts'
import { lastAbout } from '../../model/acl/verdict.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import type { Finding, Fix, RuleContext, TextEdit } from '../rule.ts'
import { quoted } from '../quoted.ts'
import { startOf } from '../setting.ts'

/** The name in backticks. */
export const named = ({ name }: LoadedUser): string => quoted(name)

/** The same change on a running server. */
export const liveRules = ({ name }: LoadedUser, rules: string): string => `ACL SETUSER ${decodeForDisplay(name)} ${rules}`

/** A rule in backticks, but for its password. */
export function shownRule(rule: AclRule): string {
  if (rule.kind === 'password') return 'a password'
  return rule.kind === 'selector' && rule.rules.some(({ kind }) => kind === 'password' || kind === 'unknown') ? 'a selector' : quoted(rule.text)
}

export const usersOf = ({ server }: RuleContext): readonly LoadedUser[] => [...loadedUsers(server)]

export function defaultUser({ server }: RuleContext): LoadedUser | undefined {
  const user = server.users.get('default')
  return user instanceof LoadedUser ? user : undefined
}

const known = new WeakMap<ServerModel, readonly LoadedUser[]>()

/** Users that stand in the files and can log in. */
export function usersThatLogIn(context: RuleContext): readonly LoadedUser[] {
  const users = known.get(context.server) ?? usersOf(context).filter((user) => user.enabled && user.auth !== 'none' && isDeclared(user))
  known.set(context.server, users)
  return users
}

/** Only `default` need not be. */
const isDeclared = (user: LoadedUser): boolean => user.name !== 'default' || user.declaredAt !== null

/** May run everything, on every key. */
export const isAllPowerful = ({ outline }: LoadedUser): boolean => outline.allKeys && outline.grants[0]?.all === true

/** A command as a whole, or any subcommand of it; `name` is a full name. */
export const mayRun = ({ outline }: LoadedUser, name: string): boolean =>
  outline.grants.some((grant) => {
    const index = grant.space.indexOf(name)
    return index !== undefined && contains(grant.set, index)
  })

/** Where a container has subcommands, these do what there is to do, and the container's own bit says nothing. */
export const isDoer = (name: string, { terms }: LoadedUser): boolean => (terms.space.table.get(name)?.subcommands.length ?? 0) === 0

/** The rule that grants a command to the user, by full name. */
export function ruleGranting(user: LoadedUser, name: string): AclRule | null {
  const facts = user.terms.space.table.get(name)
  if (facts === null) return null
  const { root, selectors } = user.state
  const selector = [root, ...selectors.map((each) => each.selector)].find(({ grant }) => contains(grant.set, grant.space.indexOf(name) ?? -1))
  return selector === undefined ? null : lastAbout(selector, facts, undefined)
}

export const placeOf = (context: RuleContext, user: LoadedUser): Location => user.declaredAt ?? startOf(context)

export function ruleAt(user: LoadedUser, rule: AclRule, context: RuleContext): Location {
  return { path: placeOf(context, user).path, span: rule.span }
}

/** Stands among the user's own rules, not in a selector. */
export const isOwnRule = (user: LoadedUser, { span }: AclRule): boolean => user.rules.some((rule) => rule.span.start === span.start)

/** Behind the last rule of a user's line. */
export function appendRules(user: LoadedUser, rules: string, context: RuleContext): TextEdit {
  const { path, span } = placeOf(context, user)
  const end = Math.max(span.end, ...user.rules.map((rule) => rule.span.end))
  return { path, span: { start: end, end }, newText: ` ${rules}` }
}

/** So many users with the same rules are told one by one; the others are told together. */
const TOLD_SINGLY = 10

/** Is no administrator, neither by name nor by rights. */
export const isLimited = ({ adminUsers }: RuleContext) => (user: LoadedUser): boolean => !adminUsers.includes(user.name) && !isAllPowerful(user)

/**
 * What there is to say about each user. Where a file has many with the same rules, the last of the findings stands for all that
 * are left, and its fix mends them all: 100,000 lines made by a script have one cause.
 */
export function* aboutUsers(
  users: readonly LoadedUser[], check: (user: LoadedUser) => Finding | null, concerns: (user: LoadedUser) => boolean = () => true,
): Iterable<Finding> {
  const alike = new Map<object, Alike>()
  for (const user of users) {
    if (!concerns(user)) continue
    const { outline } = user
    const others = alike.get(outline) ?? { count: 0, last: user }
    if (others.count === 0) alike.set(outline, others)
    if (++others.count > TOLD_SINGLY) continue
    others.last = user
    const finding = others.count < TOLD_SINGLY ? check(user) : null
    if (finding !== null) yield finding
  }
  for (const [outline, { count, last }] of alike) {
    if (count >= TOLD_SINGLY) yield* lastOf(last, count - TOLD_SINGLY, () => users.slice(users.indexOf(last) + 1).filter((user) => user.outline === outline && concerns(user)), check)
  }
}

/** How many users share an outline, and the last of them that is told by itself. */
interface Alike {
  count: number
  last: LoadedUser
}

function* lastOf(last: LoadedUser, left: number, rest: () => readonly LoadedUser[], check: (user: LoadedUser) => Finding | null): Iterable<Finding> {
  const finding = check(last)
  if (finding === null) return
  if (left === 0) yield finding
  else yield { ...finding, message: `${finding.message}; so it is for ${left} more users with the same rules`, ...(finding.fix === undefined ? {} : { fix: forAll(finding.fix, rest, check) }) }
}

/** The edits are made when somebody wants them. */
function forAll(fix: Fix, rest: () => readonly LoadedUser[], check: (user: LoadedUser) => Finding | null): Fix {
  const { title, kind, consequence, needs, takes } = fix
  return {
    title, kind, consequence,
    ...(needs === undefined ? {} : { needs }),
    ...(takes === undefined ? {} : { takes }),
    get edits() {
      const [first, ...more] = fix.edits
      for (const user of rest()) more.push(...check(user)?.fix?.edits ?? [])
      return [first, ...more] as const
    },
  }
}
