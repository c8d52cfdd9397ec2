import type { AclRule } from '../../parser/acl-tree.ts'
import type { LoadedUser } from './loaded-user.ts'
import { afterAll, afterRule, noCommands } from './command-grant.ts'
import { intersects, sameSet } from './command-set.ts'
import { keysPrinted, channelsPrinted, databasesPrinted, flagsPrinted } from './getuser.ts'
import { commandsPrinted } from './command-summary.ts'
import type { AclTerms, Selector } from './selector.ts'
import { applyUserRule, newUser, type UserState } from './user-state.ts'

export interface DeadRule {
  readonly rule: AclRule
  /** The first rule behind it after which it makes no difference any more. */
  readonly undoneBy: AclRule
  /** Without it, and the dead ones before it, `ACL LIST` prints the same. */
  readonly leavesNoTrace: boolean
}

/** Each rule is tried without, so a line of more rules than this takes too long; nobody writes one. */
const MOST_RULES = 64

/**
 * Rules that do something when they are applied, and nothing in the end. What only says what holds anyway (`off`, `-@all` at first) is
 * not dead. Each is judged without the dead ones before it, so all of them together may go.
 */
export function deadRules({ rules, terms }: LoadedUser): readonly DeadRule[] {
  const dead: DeadRule[] = []
  let left = rules.length > MOST_RULES ? [] : rules
  for (let i = 0; i + 1 < left.length;) {
    const rule = left[i]
    const undoneBy = left[whereUndone(left, i, terms) ?? left.length]
    if (rule === undefined || undoneBy === undefined) {
      i++
      continue
    }
    const without = [...left.slice(0, i), ...left.slice(i + 1)]
    const leavesNoTrace = printed(applied(left, terms), terms) === printed(applied(without, terms), terms)
    dead.push({ rule, undoneBy, leavesNoTrace })
    if (leavesNoTrace) left = without
    else i++
  }
  return dead
}

/** null: it is alive, or never did anything. */
function whereUndone(rules: readonly AclRule[], at: number, terms: AclTerms): number | null {
  const [withIt, without] = [applied(rules.slice(0, at), terms), applied(rules.slice(0, at), terms)]
  const rule = rules[at]
  if (rule === undefined || applyUserRule(withIt, rule, terms) !== null) return null
  if (isSame(withIt, without)) return whereGrantedAgain(rules, at, terms)
  let undoneAt: number | null = null
  for (let i = at + 1; i < rules.length; i++) {
    const next = rules[i]
    if (next === undefined || applyUserRule(withIt, next, terms) !== applyUserRule(without, next, terms)) return null
    const same = isSame(withIt, without)
    if (!same) undoneAt = null
    else undoneAt ??= i
  }
  return undoneAt
}

/** A restriction that comes before what it was to restrict: a later rule grants it. `-@all` at first is only a way to begin. */
function whereGrantedAgain(rules: readonly AclRule[], at: number, terms: AclTerms): number | null {
  const rule = rules[at]
  if ((rule?.kind !== 'command' && rule?.kind !== 'category') || rule.allow || rule.text.toLowerCase() === '-@all') return null
  const forbidden = afterRule(afterAll(noCommands(terms.space, terms.schema), false), { ...rule, allow: true, text: `+${rule.text.slice(1)}` }, terms.schema)
  if (typeof forbidden === 'string') return null
  const state = applied(rules.slice(0, at), terms)
  for (let i = at + 1; i < rules.length; i++) {
    const next = rules[i]
    if (next !== undefined) applyUserRule(state, next, terms)
    if (intersects(state.root.grant.set, forbidden.set)) return i
  }
  return null
}

function applied(rules: readonly AclRule[], terms: AclTerms): UserState {
  const state = newUser(terms)
  for (const rule of rules) applyUserRule(state, rule, terms)
  return state
}

function isSame(a: UserState, b: UserState): boolean {
  return a.enabled === b.enabled && a.nopass === b.nopass && a.sanitize === b.sanitize && isSameSelector(a.root, b.root) &&
    a.passwords.length === b.passwords.length && a.passwords.every(({ secret }, i) => secret === b.passwords[i]?.secret) &&
    a.selectors.length === b.selectors.length
}

function isSameSelector(a: Selector, b: Selector): boolean {
  return a.grant.all === b.grant.all && sameSet(a.grant.set, b.grant.set) && firstArgsOf(a) === firstArgsOf(b) &&
    keysPrinted(a) === keysPrinted(b) && channelsPrinted(a) === channelsPrinted(b) && databasesPrinted(a) === databasesPrinted(b)
}

const firstArgsOf = ({ grant }: Selector): string => JSON.stringify([...grant.firstArgs])

const printed = (state: UserState, { schema }: AclTerms): string =>
  [...flagsPrinted(state, schema), commandsPrinted(state.root.grant, schema), keysPrinted(state.root), channelsPrinted(state.root)].join(' ')
