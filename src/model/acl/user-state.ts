import type { AclRule } from '../../parser/acl-tree.ts'
import type { FaultCode } from './fault.ts'
import { isHash, isSameSecret, type Password } from './passwords.ts'
import { applyAllCommands, applySelectorRule, lastOpened, newSelector, selectorOf, type AclTerms, type Selector } from './selector.ts'

/** A user while its rules are applied, and after. */
export interface UserState {
  enabled: boolean
  nopass: boolean
  passwords: Password[]
  sanitize: 'sanitize-payload' | 'skip-sanitize-payload' | null
  readonly root: Selector
  selectors: { readonly rule: AclRule, readonly selector: Selector }[]
}

/** Off, without password, keys or commands. */
export const newUser = (terms: AclTerms): UserState => ({
  enabled: false, nopass: false, passwords: [],
  sanitize: terms.schema.has('acl-fresh-user-sanitizes') ? 'sanitize-payload' : null,
  root: newSelector(terms), selectors: [],
})

/** Applies one rule (`acl.c:ACLSetUser`); null: done. A refused rule changes nothing. */
export function applyUserRule(user: UserState, rule: AclRule, terms: AclTerms): FaultCode | null {
  switch (rule.kind) {
    case 'password':
      return applyPassword(user, rule)
    case 'selector':
      return addSelector(user, rule, terms)
    case 'keyword':
      return applyUserKeyword(user, rule, terms)
    // Selectors refuse it: a syntax error there (measured: 7.0.15 to 9.1.2).
    case 'empty':
      return null
    default:
      return applySelectorRule(user.root, rule, terms)
  }
}

function applyPassword(user: UserState, rule: Extract<AclRule, { kind: 'password' }>): FaultCode | null {
  const { op, form, secret } = rule
  if (form === 'sha256' && !isHash(secret)) return 'bad-hash'
  const given: Password = { form, secret, rule }
  const at = user.passwords.findIndex((each) => isSameSecret(each, given))
  if (op === 'add') {
    if (at < 0) user.passwords.push(given)
    user.nopass = false
    return null
  }
  if (at < 0) return 'absent-password'
  user.passwords.splice(at, 1)
  return null
}

function addSelector(user: UserState, rule: Extract<AclRule, { kind: 'selector' }>, terms: AclTerms): FaultCode | null {
  if (!terms.schema.has('acl-selectors')) return 'syntax'
  if (!rule.closed) return 'open-selector'
  const selector = selectorOf(lastOpened(rule, terms.schema), terms)
  if (typeof selector === 'string') return selector
  user.selectors.push({ rule, selector })
  return null
}

function applyUserKeyword(user: UserState, rule: Extract<AclRule, { kind: 'keyword' }>, terms: AclTerms): FaultCode | null {
  const { schema } = terms
  switch (rule.keyword) {
    case 'on':
    case 'off':
      user.enabled = rule.keyword === 'on'
      return null
    case 'nopass':
    case 'resetpass':
      user.nopass = rule.keyword === 'nopass'
      user.passwords = []
      return null
    case 'sanitize-payload':
    case 'skip-sanitize-payload':
      if (!schema.has('acl-sanitize-rules')) return 'syntax'
      user.sanitize = rule.keyword
      return null
    case 'clearselectors':
      if (!schema.has('acl-selectors')) return 'syntax'
      user.selectors = []
      return null
    case 'reset':
      resetUser(user, terms, rule)
      return null
    default:
      return applySelectorRule(user.root, rule, terms)
  }
}

/** `reset`: as a new user, but that payloads are sanitized. */
export function resetUser(user: UserState, terms: AclTerms, rule: AclRule): void {
  const { allKeys, keys, allChannels, channels, databases } = newSelector(terms)
  Object.assign(user, { enabled: false, nopass: false, passwords: [], selectors: [] })
  Object.assign(user.root, { allKeys, keys, allChannels, channels, databases })
  applyAllCommands(user.root, rule, false)
  if (terms.schema.has('acl-sanitize-rules')) user.sanitize = 'sanitize-payload'
}
