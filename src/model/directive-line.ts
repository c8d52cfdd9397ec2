import type { Arity, DirectiveFacts } from '../schema/schema.ts'
import { userLineProblem } from './acl/index.ts'
import { argumentsOf, asSeen } from './arguments.ts'
import { isAction, type ActionName } from './directive-name.ts'
import type { DirectiveUse } from './project.ts'
import { sentinelLineProblem } from './sentinel/index.ts'
import { renameCommand } from './settings/rename-command.ts'
import { SETTERS } from './settings/setters.ts'
import { TEXT_CHECKS } from './settings/text-checks.ts'
import { assign, refuseLine, type Startup } from './startup.ts'
import { cString } from './values/c-text.ts'
import { isRefused, refused } from './values/reading.ts'
import { readScalar } from './values/scalar.ts'

const BAD_DIRECTIVE = 'Bad directive or wrong number of arguments'
const WRONG_COUNT = 'wrong number of arguments'

/** Lines that do something other than set a value, by name. */
const ACTIONS: Readonly<Record<ActionName, (start: Startup, use: DirectiveUse) => void>> = {
  // The loader has followed it where it stands.
  include: () => undefined,
  loadmodule: (start, use) => { start.modules.push(use) },
  'rename-command': renameCommand,
  sentinel: sentinelLine,
  user: userLine,
}

/** What the server does with one line that names a directive. */
export function applyLine(start: Startup, use: DirectiveUse): void {
  const name = use.node.name.value.toLowerCase()
  const facts = start.schema.directive(name)
  const key = facts?.name ?? name
  const uses = start.uses.get(key)
  if (uses === undefined) start.uses.set(key, [use])
  else uses.push(use)
  if (facts === null) unknownName(start, use, 'unknown-directive')
  else apply(start, use, facts)
}

function apply(start: Startup, use: DirectiveUse, facts: DirectiveFacts): void {
  const action = isAction(facts.name) ? ACTIONS[facts.name] : undefined
  const args = argumentsGiven(start, use, facts)
  if (!accepts(facts, args.length)) {
    if (action === undefined && facts.type !== 'ignored') wrongCount(start, use, facts)
    else unknownName(start, use, 'wrong-argument-count')
    return
  }
  const setter = SETTERS[facts.name]
  if (action !== undefined) action(start, use)
  else if (facts.type === 'ignored') start.ignored.push(use)
  else if (setter !== undefined) setter(start, use, args.map((arg) => asSeen(arg, facts)), facts)
  else setScalar(start, use, facts, args[0] ?? '')
}

/** Unbalanced quotes within a lone argument leave none. */
function argumentsGiven({ schema, misreads }: Startup, use: DirectiveUse, facts: DirectiveFacts): readonly string[] {
  const args = argumentsOf(use, facts, schema)
  if (args === null) misreads.push(...use.node.args.map((word) => ({ use, word, takenAs: '' })))
  return args ?? []
}

/** These setters count their arguments themselves, and say so in words of their own. */
const COUNT_THEMSELVES: ReadonlySet<string> = new Set([
  'bind', 'client-output-buffer-limit', 'rdma-bind', 'save', 'shutdown-on-sigint', 'shutdown-on-sigterm',
])

function accepts(facts: DirectiveFacts, count: number): boolean {
  if (facts.multiArg && COUNT_THEMSELVES.has(facts.name)) return true
  // Too many addresses are counted by the setter in every release.
  return facts.name === 'bind' ? count > 0 : within(facts.arity, count)
}

const within = ({ min, max, multipleOf }: Arity, count: number): boolean =>
  count >= min && (max === null || count <= max) && count % multipleOf === 0

/** Read by hand up to 6.2, and client-query-buffer-limit in 6.0. */
const OUTSIDE_TABLE: ReadonlySet<string> = new Set(['cluster-config-file', 'unixsocketperm', 'client-query-buffer-limit'])

function wrongCount(start: Startup, use: DirectiveUse, facts: DirectiveFacts): void {
  const named = start.schema.behaviour('names-wrong-count')
  const says = named === 'most' || (named === 'table' && facts.type !== 'special' && !OUTSIDE_TABLE.has(facts.name))
  const extra = use.node.args.slice(facts.arity.max ?? 0)
  refuseLine(start, use, { message: says ? WRONG_COUNT : BAD_DIRECTIVE, code: 'wrong-argument-count', words: extra })
}

/** A name the release does not know, or knows with another number of arguments: perhaps a module's. */
function unknownName(start: Startup, use: DirectiveUse, code: 'unknown-directive' | 'wrong-argument-count'): void {
  const { schema } = start
  const { name, args } = use.node
  const dotted = cString(name.value).includes('.') && schema.has('dotted-names-are-module-settings')
  if (args.length > 0 && (dotted || schema.has('any-name-is-module-setting'))) {
    start.moduleSettings.set(name.value.toLowerCase(), use)
    return
  }
  if (dotted && args.length === 0 && schema.has('names-module-setting-without-value')) {
    refuseLine(start, use, { message: 'Module config specified without value', code: 'module-setting-without-value' })
    return
  }
  refuseLine(start, use, { message: BAD_DIRECTIVE, code, words: code === 'unknown-directive' ? [name] : args })
}

function setScalar(start: Startup, use: DirectiveUse, facts: DirectiveFacts, text: string): void {
  const [word] = use.node.args
  const complaint = TEXT_CHECKS[facts.name]?.(asSeen(text, facts), start.schema) ?? null
  const reading = complaint === null ? readScalar(facts, text, start.schema) : refused(complaint)
  if (isRefused(reading)) {
    refuseLine(start, use, { message: reading.refused, code: 'invalid-value', words: use.node.args })
    return
  }
  assign(start, facts.name, reading.value, use)
  if (reading.misread === true && word !== undefined) start.misreads.push({ use, word, takenAs: reading.value })
}

function userLine(start: Startup, use: DirectiveUse): void {
  const problem = userLineProblem(start, use)
  if (problem === null) start.users.push(use)
  else start.problems.push(problem)
}

function sentinelLine(start: Startup, use: DirectiveUse): void {
  if (use.node.args.length === 0) return
  if (start.project.kind !== 'sentinel') {
    refuseLine(start, use, { message: 'sentinel directive while not in sentinel mode', code: 'sentinel-directive' })
    return
  }
  const problem = sentinelLineProblem(start, use)
  if (problem === null) start.sentinelLines.push(use)
  else start.problems.push(problem)
}
