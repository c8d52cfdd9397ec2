import type { Word } from '../../parser/conf-tree.ts'
import { parseAclRules } from '../../parser/index.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import type { Schema } from '../../schema/schema.ts'
import type { DirectiveUse } from '../project.ts'
import type { StartProblem } from '../server-model.ts'
import { lineProblem, valueOf, type Startup } from '../startup.ts'
import { cString } from '../values/c-text.ts'
import { faultText, type FaultCode } from './fault.ts'
import { errnoAfter, errnoBefore, leaveErrno } from './last-errno.ts'
import { openingWord } from './selector.ts'
import { termsWhileReading } from './terms.ts'
import { applyUserRule, newUser } from './user-state.ts'

/**
 * What a `user` line is refused for while the file is read; null: nothing. Its rules are tried on a user made up for it; that a
 * command is unknown does not matter yet, a module may bring it. The lines accepted before it are in `start.users`.
 */
export function userLineProblem(start: Startup, use: DirectiveUse): StartProblem | null {
  const [name, ...words] = use.node.args
  if (name === undefined) return null
  if (start.schema.has('acl-duplicate-user-refused') && declaredNames(start).has(name.value)) {
    return refusal(use, 'duplicate-user', [name], name.value)
  }
  const rules = rulesOfWords(words, start.schema)
  const last = rules.at(-1)
  if (start.schema.has('acl-selectors') && last?.kind === 'selector' && !last.closed) return openSelector(start, use, last)
  return faultyRule(start, use, rules, words)
}

/** Words are put together to selectors only where there are any (measured: 6.0.16). */
export const rulesOfWords = (words: readonly Word[], schema: Schema): readonly AclRule[] =>
  schema.has('acl-selectors') ? parseAclRules(words, schema.dialect) : words.flatMap((word) => parseAclRules([word], schema.dialect))

function faultyRule(start: Startup, use: DirectiveUse, rules: readonly AclRule[], words: readonly Word[]): StartProblem | null {
  const terms = termsWhileReading(start, valueOf(start, 'acl-pubsub-default'))
  const user = newUser(terms)
  let errno: ReturnType<typeof errnoAfter> = null
  for (const [i, rule] of rules.entries()) {
    const fault = applyUserRule(user, rule, terms)
    if (fault !== null && fault !== 'unknown-name') return refusal(use, fault, wordsOf(rule, words), wordNamed(start, use, i, firstWord(rule)))
    errno = errnoAfter(errno, rule, fault)
  }
  leaveErrno(use, errno)
  return null
}

/** Words are put together before any rule is tried, and no reason is given where that fails: the text is that of what failed last (`acl.c:ACLMergeSelectorArguments`). */
function openSelector(start: Startup, use: DirectiveUse, rule: Extract<AclRule, { kind: 'selector' }>): StartProblem {
  const fault = errnoBefore(start, use) === 'unknown-name' ? 'unknown-name' : 'open-selector'
  const place = use.node.args.length - 1 - rule.words.length + openingWord(rule, start.schema)
  return refusal(use, fault, rule.words, wordNamed(start, use, place, firstWord(rule)))
}

const declared = new WeakMap<Startup, { readonly names: Set<string>; count: number }>()

/** The names of the lines before, kept from line to line: there may be a hundred thousand. */
function declaredNames(start: Startup): ReadonlySet<string> {
  const known = declared.get(start) ?? { names: new Set<string>(), count: 0 }
  for (; known.count < start.users.length; known.count++) {
    const use = start.users[known.count]
    if (use !== undefined) known.names.add(nameOf(use))
  }
  declared.set(start, known)
  return known.names
}

export const nameOf = (use: DirectiveUse): string => use.node.args[0]?.value ?? ''

/** The message is made in a buffer of this size, the NUL at its end included (config.c:loadServerConfigFromString). */
const MESSAGE_SIZE = 1024

function refusal(use: DirectiveUse, fault: FaultCode, words: readonly Word[], named: string): StartProblem {
  const message = `Error in user declaration '${cString(named)}': ${faultText(fault)}`.slice(0, MESSAGE_SIZE - 1)
  return lineProblem(use, { message, code: fault === 'duplicate-user' ? 'duplicate-user' : 'acl-user', words })
}

const wordsOf = (rule: AclRule, words: readonly Word[]): readonly Word[] =>
  rule.kind === 'selector' ? rule.words : words.filter(({ span }) => span.start === rule.span.start)

const firstWord = (rule: AclRule): string => (rule.kind === 'selector' ? rule.words[0]?.value ?? '' : rule.text)

/** Some releases count the rules from the wrong end of the line, so that the first bad rule is called `user`, and the third by the name of the first. The keyword is in lower case by then. */
function wordNamed(start: Startup, use: DirectiveUse, place: number, own: string): string {
  if (!start.schema.has('acl-error-names-wrong-word')) return own
  const { name, args } = use.node
  return [name.value.toLowerCase(), ...args.map(({ value }) => value)][place] ?? ''
}
