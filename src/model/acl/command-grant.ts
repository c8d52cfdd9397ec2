import type { AclRule } from '../../parser/acl-tree.ts'
import type { Schema } from '../../schema/schema.ts'
import { addAll, contains, emptySet, removeAll, type CommandSet } from './command-set.ts'
import type { CommandSpace } from './command-space.ts'
import { lowered } from '../values/c-text.ts'
import type { FaultCode } from './fault.ts'

/**
 * What a series of command rules has come to. Immutable, and the same object for the same series of
 * rules: a file of 100,000 users has few different ones.
 */
export interface CommandGrant {
  readonly space: CommandSpace
  /** Everything, commands that modules bring included. */
  readonly all: boolean
  readonly set: CommandSet
  /** Commands that are allowed with these first arguments only, by position. */
  readonly firstArgs: ReadonlyMap<number, readonly string[]>
  /** The rules since the last `±@all`, as servers that remember them print them. */
  readonly printed: readonly string[]
  /** Began with `+@all`, as far as the printed rules go. */
  readonly fromAll: boolean
  /** Where each further rule leads. */
  readonly next: Map<string, CommandGrant | FaultCode>
}

export type CommandRule = Extract<AclRule, { kind: 'command' | 'category' }>

const NO_ARGS: ReadonlyMap<number, readonly string[]> = new Map()

/** A trie of this many grants is thrown away: somebody writes rules at random. */
const MEMO_LIMIT = 20_000
const starts = new WeakMap<Schema, { nothing: CommandGrant, grown: number }>()

/** No command at all: where every user and selector begins. */
export function noCommands(space: CommandSpace, schema: Schema): CommandGrant {
  const known = starts.get(schema)
  if (known !== undefined && known.grown < MEMO_LIMIT && known.nothing.space === space) return known.nothing
  const nothing = grantOf({ space, all: false, set: emptySet(space.size), firstArgs: NO_ARGS, printed: [], fromAll: false })
  starts.set(schema, { nothing, grown: 0 })
  return nothing
}

const grantOf = (parts: Omit<CommandGrant, 'next'>): CommandGrant => ({ ...parts, next: new Map() })

/** One more rule, left to right. The rules that are words (`allcommands`) are given as the categories they stand for. */
export function afterRule(grant: CommandGrant, rule: CommandRule, schema: Schema): CommandGrant | FaultCode {
  const known = grant.next.get(rule.text)
  if (known !== undefined) return known
  const made = rule.kind === 'category' ? afterCategory(grant, rule.allow, rule.category.toLowerCase()) : afterCommand(grant, rule, schema)
  grant.next.set(rule.text, made)
  const start = starts.get(schema)
  if (start !== undefined) start.grown++
  return made
}

/** `+@all` or `-@all`: what was said before is forgotten. */
export function afterAll(grant: CommandGrant, allow: boolean): CommandGrant {
  const key = allow ? '+@all' : '-@all'
  const known = grant.next.get(key)
  if (typeof known === 'object') return known
  const { space } = grant
  const made = grantOf({ space, all: allow, set: allow ? space.everything : emptySet(space.size), firstArgs: NO_ARGS, printed: [], fromAll: allow })
  grant.next.set(key, made)
  return made
}

function afterCategory(grant: CommandGrant, allow: boolean, category: string): CommandGrant | FaultCode {
  if (category === 'all') return afterAll(grant, allow)
  const set = grant.space.category(category)
  return set === null ? 'unknown-name' : changed(grant, set, allow, `@${category}`)
}

function afterCommand(grant: CommandGrant, rule: Extract<AclRule, { kind: 'command' }>, schema: Schema): CommandGrant | FaultCode {
  const name = rule.text.slice(1).toLowerCase()
  if (rule.allow && name.includes('|')) return afterBarred(grant, rule.text.slice(1), schema)
  const index = grant.space.indexOf(name)
  return index === undefined ? 'unknown-name' : changed(grant, grant.space.family(index), rule.allow, name)
}

/** `+a|b`: the last bar parts command and first argument where subcommands are commands; before, the first does, and what follows is free text. */
function afterBarred(grant: CommandGrant, text: string, schema: Schema): CommandGrant | FaultCode {
  const { space } = grant
  const knowsSubcommands = schema.has('acl-knows-subcommands')
  const bar = knowsSubcommands ? text.lastIndexOf('|') : text.indexOf('|')
  const command = text.slice(0, bar).toLowerCase()
  const parent = space.indexOf(command)
  if (parent === undefined) return 'unknown-name'
  if (command.includes('|')) return 'first-argument-of-subcommand'
  if (bar === text.length - 1) return 'syntax'
  if (knowsSubcommands) return afterKnownBarred(grant, parent, text)
  if (contains(grant.set, parent)) return schema.has('acl-subcommand-of-allowed-refused') ? 'already-added' : grant
  return withFirstArgument(grant, parent, text.slice(bar + 1), text)
}

function afterKnownBarred(grant: CommandGrant, parent: number, text: string): CommandGrant | FaultCode {
  const { space } = grant
  const name = lowered(text)
  const facts = space.table.get(space.table.names[parent] ?? '')
  if (facts === null || facts.subcommands.length === 0) return withFirstArgument(grant, parent, text.slice(text.lastIndexOf('|') + 1), name)
  const index = space.indexOf(name)
  return index === undefined ? 'unknown-name' : changed(grant, space.family(index), true, name)
}

function withFirstArgument(grant: CommandGrant, index: number, argument: string, name: string): CommandGrant {
  const had = grant.firstArgs.get(index) ?? []
  const isNew = !had.some((each) => lowered(each) === lowered(argument))
  const firstArgs = isNew ? new Map(grant.firstArgs).set(index, [...had, argument]) : grant.firstArgs
  return grantOf({ ...grant, firstArgs, printed: reprinted(grant.printed, name, true) })
}

function changed(grant: CommandGrant, about: CommandSet, allow: boolean, name: string): CommandGrant {
  const set = grant.set.slice()
  if (allow) addAll(set, about)
  else removeAll(set, about)
  const kept = [...grant.firstArgs].filter(([index]) => !contains(about, index))
  const firstArgs = kept.length === grant.firstArgs.size ? grant.firstArgs : new Map(kept)
  return grantOf({ ...grant, all: grant.all && (allow || about.every((word) => word === 0)), set, firstArgs, printed: reprinted(grant.printed, name, allow) })
}

/** A rule replaces an earlier one about the same, and about its subcommands if that has the same sign or none (measured: 8.0.6, 9.1.2). */
function reprinted(rules: readonly string[], name: string, allow: boolean): readonly string[] {
  const kept = rules.filter((rule) => rule.slice(1) !== name && !rule.startsWith(`+${name}|`) && !rule.startsWith(`-${name}|`))
  return [...kept, `${allow ? '+' : '-'}${name}`]
}

/** Does the rule say something about this command, called with this first argument? */
export function covers(rule: CommandRule, index: number, firstArg: string | undefined, space: CommandSpace): boolean {
  if (rule.kind === 'category') {
    const category = rule.category.toLowerCase()
    const set = category === 'all' ? space.everything : space.category(category)
    return set !== null && contains(set, index)
  }
  const name = lowered(rule.text.slice(1))
  const exact = space.indexOf(name)
  if (exact !== undefined) return contains(space.family(exact), index)
  const bar = name.indexOf('|')
  return bar > 0 && space.indexOf(name.slice(0, bar)) === index && firstArg !== undefined && name.slice(bar + 1) === lowered(firstArg)
}
