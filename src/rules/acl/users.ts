import { contains } from '../../model/acl/command-set.ts'
import { loadedUsers, type LoadedUser } from '../../model/acl/index.ts'
import { lastAbout } from '../../model/acl/verdict.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import { decodeForDisplay } from '../../parser/display.ts'
import type { Finding, Fix, RuleContext, TextEdit } from '../rule.ts'
import { startOf } from '../setting.ts'

/** The name in backticks. */
export const named = ({ name }: LoadedUser): string => `\`${decodeForDisplay(name)}\``

export const usersOf = ({ server }: RuleContext): readonly LoadedUser[] => [...loadedUsers(server)]

export const defaultUser = (context: RuleContext): LoadedUser | undefined => usersOf(context).find(({ name }) => name === 'default')

/** Users that stand in the files and can log in. */
export const usersThatLogIn = (context: RuleContext): readonly LoadedUser[] =>
  usersOf(context).filter((user) => user.enabled && user.auth !== 'none' && isDeclared(user))

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

/**
 * What there is to say about each user. Where a file has many with the same rules, the last of the findings stands for all that
 * are left, and its fix mends them all: 100,000 lines made by a script have one cause.
 */
export function* aboutUsers(users: Iterable<LoadedUser>, check: (user: LoadedUser) => Finding | null): Iterable<Finding> {
  const alike = new Map<object, LoadedUser[]>()
  for (const user of users) {
    const others = alike.get(user.outline) ?? []
    if (others.length === 0) alike.set(user.outline, others)
    others.push(user)
    const finding = others.length < TOLD_SINGLY ? check(user) : null
    if (finding !== null) yield finding
  }
  for (const others of alike.values()) yield* lastOf(others.slice(TOLD_SINGLY - 1), check)
}

function* lastOf([first, ...rest]: readonly LoadedUser[], check: (user: LoadedUser) => Finding | null): Iterable<Finding> {
  const finding = first === undefined ? null : check(first)
  if (finding === null) return
  if (rest.length === 0) yield finding
  else yield { ...finding, message: `${finding.message}; so it is for ${rest.length} more users with the same rules`, ...(finding.fix === undefined ? {} : { fix: forAll(finding.fix, rest, check) }) }
}

/** The edits are made when somebody wants them. */
function forAll(fix: Fix, users: readonly LoadedUser[], check: (user: LoadedUser) => Finding | null): Fix {
  const { title, kind, consequence, needs, takes } = fix
  return {
    title, kind, consequence,
    ...(needs === undefined ? {} : { needs }),
    ...(takes === undefined ? {} : { takes }),
    get edits() {
      return [...fix.edits, ...users.flatMap((user) => check(user)?.fix?.edits ?? [])] as [TextEdit, ...TextEdit[]]
    },
  }
}
