import { parseAclRules } from '../../parser/index.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import type { Schema } from '../../schema/schema.ts'
import { afterAll, afterRule, noCommands, type CommandGrant, type CommandRule } from './command-grant.ts'
import type { CommandSpace } from './command-space.ts'
import { databasesIn } from './databases.ts'
import type { FaultCode } from './fault.ts'
import { placeIn } from './place-in.ts'

export interface KeyPattern {
  readonly pattern: string
  readonly reads: boolean
  readonly writes: boolean
}

/** What one set of rules allows: the user's own, or one in brackets. Mutable while rules are applied. */
export interface Selector {
  grant: CommandGrant
  allKeys: boolean
  keys: KeyPattern[]
  allChannels: boolean
  channels: string[]
  /** null: all. */
  databases: ReadonlySet<number> | null
  /** Every command rule applied, in order. */
  readonly commandRules: AppliedRule[]
}

/** A command rule, or `reset`-like keyword, that changed what may be run; `stands` for the category it means. */
export interface AppliedRule {
  readonly rule: AclRule
  readonly stands: CommandRule
}

/** What the rules of a release are applied with. */
export interface AclTerms {
  readonly schema: Schema
  readonly space: CommandSpace
  /** `acl-pubsub-default allchannels` is in force. */
  readonly allChannelsAtFirst: boolean
}

/** Channels are no concern of releases without rules for them. */
export const newSelector = ({ schema, space, allChannelsAtFirst }: AclTerms): Selector => ({
  grant: noCommands(space, schema), allKeys: false, keys: [],
  allChannels: allChannelsAtFirst || !schema.has('acl-channels'), channels: [], databases: null, commandRules: [],
})

/** Applies a rule that selectors know; null: done. Every other is a syntax error to them. */
export function applySelectorRule(selector: Selector, rule: AclRule, terms: AclTerms): FaultCode | null {
  switch (rule.kind) {
    case 'command':
    case 'category':
      return applyCommandRule(selector, rule, rule, terms)
    case 'keys':
      return applyKeys(selector, rule, terms.schema)
    case 'channels':
      return applyChannels(selector, rule.pattern, terms.schema)
    case 'keyword':
      return applyKeyword(selector, rule, terms)
    case 'databases':
      return applyDatabases(selector, rule.list, terms.schema)
    default:
      return 'syntax'
  }
}

function applyCommandRule(selector: Selector, stands: CommandRule, rule: AclRule, { schema }: AclTerms): FaultCode | null {
  const grant = afterRule(selector.grant, stands, schema)
  if (typeof grant === 'string') return grant
  selector.grant = grant
  selector.commandRules.push({ rule, stands })
  return null
}

function applyKeyword(selector: Selector, rule: Extract<AclRule, { kind: 'keyword' }>, { schema }: AclTerms): FaultCode | null {
  switch (rule.keyword) {
    case 'allkeys':
    case 'resetkeys':
      selector.allKeys = rule.keyword === 'allkeys'
      selector.keys = []
      return null
    case 'allchannels':
    case 'resetchannels':
      if (!schema.has('acl-channels')) return 'syntax'
      selector.allChannels = rule.keyword === 'allchannels'
      selector.channels = []
      return null
    case 'allcommands':
    case 'nocommands':
      applyAllCommands(selector, rule, rule.keyword === 'allcommands')
      return null
    case 'alldbs':
    case 'resetdbs':
      if (!schema.has('acl-databases')) return 'syntax'
      selector.databases = rule.keyword === 'alldbs' ? null : new Set()
      return null
    default:
      return 'syntax'
  }
}

export function applyAllCommands(selector: Selector, rule: AclRule, allow: boolean): void {
  const { span } = rule
  const text = allow ? '+@all' : '-@all'
  selector.grant = afterAll(selector.grant, allow)
  selector.commandRules.push({ rule, stands: { kind: 'category', span, text, allow, category: 'all' } })
}

function applyKeys(selector: Selector, rule: Extract<AclRule, { kind: 'keys' }>, schema: Schema): FaultCode | null {
  if (rule.permissions !== null && !schema.has('acl-key-permissions')) return 'syntax'
  if (rule.text === '~*') {
    selector.allKeys = true
    selector.keys = []
    return null
  }
  if (selector.allKeys) return 'pattern-after-all-keys'
  const permissions = permissionsOf(rule, schema)
  if (permissions === null || hasSpace(rule.pattern)) return 'syntax'
  const { pattern } = rule
  const at = placeIn(selector.keys, pattern, (each) => each.pattern)
  const had = selector.keys[at]
  if (had === undefined) selector.keys.push({ pattern, ...permissions })
  else selector.keys[at] = { pattern, reads: had.reads || permissions.reads, writes: had.writes || permissions.writes }
  return null
}

function permissionsOf({ text, permissions }: Extract<AclRule, { kind: 'keys' }>, schema: Schema): Omit<KeyPattern, 'pattern'> | null {
  if (permissions === null) return { reads: true, writes: true }
  const letters = permissions.toLowerCase()
  if (letters === '') {
    const passes = text === '%' ? schema.has('acl-lone-percent-passes') : schema.has('acl-percent-without-letter-passes')
    return passes ? { reads: false, writes: false } : null
  }
  return /^(?:rw?|wr?)$/.test(letters) ? { reads: letters.includes('r'), writes: letters.includes('w') } : null
}

function applyChannels(selector: Selector, pattern: string, schema: Schema): FaultCode | null {
  if (!schema.has('acl-channels')) return 'syntax'
  if (pattern === '*') {
    selector.allChannels = true
    selector.channels = []
    return null
  }
  if (selector.allChannels) return 'pattern-after-all-channels'
  if (hasSpace(pattern)) return 'syntax'
  if (placeIn(selector.channels, pattern, String) < 0) selector.channels.push(pattern)
  return null
}

function applyDatabases(selector: Selector, list: string, schema: Schema): FaultCode | null {
  if (!schema.has('acl-databases')) return 'syntax'
  const databases = databasesIn(list)
  if (typeof databases === 'string') return databases
  selector.databases = databases
  return null
}

/** What C calls a space, and NUL: neither may be in a pattern or in a user's name. */
export const hasSpace = (text: string): boolean => /[\t-\r \0]/.test(text)

/** The selector that a rule in brackets makes, or the fault of the first rule in it that is refused. */
export function selectorOf(rule: Extract<AclRule, { kind: 'selector' }>, terms: AclTerms): Selector | FaultCode {
  const selector = newSelector(terms)
  for (const inner of rule.rules) {
    const fault = applySelectorRule(selector, inner, terms)
    if (fault !== null) return fault
  }
  return selector
}

/** Which of its words a selector begins with: where a bracket within an open one begins anew, the last that opens one. */
export function openingWord({ words }: Extract<AclRule, { kind: 'selector' }>, schema: Schema): number {
  return schema.has('acl-nested-selector-discards') ? Math.max(0, words.findLastIndex(({ value }) => value.startsWith('(') && !value.endsWith(')'))) : 0
}

/** Without the words that are forgotten. */
export function lastOpened(rule: Extract<AclRule, { kind: 'selector' }>, schema: Schema): Extract<AclRule, { kind: 'selector' }> {
  const last = openingWord(rule, schema)
  if (last === 0) return rule
  const [opened] = parseAclRules(rule.words.slice(last), schema.dialect)
  return opened?.kind === 'selector' ? opened : rule
}
