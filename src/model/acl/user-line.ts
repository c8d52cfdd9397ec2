import type { Word } from '../../parser/conf-tree.ts'
import { parseAclRules } from '../../parser/index.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import type { DirectiveUse } from '../project.ts'
import type { StartProblem } from '../server-model.ts'
import { lineProblem, valueOf, type Startup } from '../startup.ts'
import { faultText, type FaultCode } from './fault.ts'
import { termsOf } from './terms.ts'
import { applyUserRule, newUser } from './user-state.ts'

/**
 * What a `user` line is refused for while the file is read; null: nothing. Its rules are tried on a user made up for it; that a
 * command is unknown does not matter yet, a module may bring it. The lines accepted before it are in `start.users`.
 */
export function userLineProblem(start: Startup, use: DirectiveUse): StartProblem | null {
  const [name, ...words] = use.node.args
  if (name === undefined) return null
  if (start.schema.has('acl-duplicate-user-refused') && declaredNames(start).has(name.value)) {
    return refusal(start, use, 'duplicate-user', [name], name.value)
  }
  const rules = parseAclRules(words, start.schema.dialect)
  const terms = termsOf(start, valueOf(start, 'acl-pubsub-default'))
  const user = newUser(terms)
  for (const [i, rule] of rules.entries()) {
    const fault = applyUserRule(user, rule, terms)
    if (fault !== null && fault !== 'unknown-name') return refusal(start, use, fault, wordsOf(rule, words), wordNamed(start, use, rules, i))
  }
  return null
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

function refusal(start: Startup, use: DirectiveUse, fault: FaultCode, words: readonly Word[], named: string): StartProblem {
  const message = `Error in user declaration '${named}': ${faultText(fault, start.schema)}`
  return lineProblem(use, { message, code: fault === 'duplicate-user' ? 'duplicate-user' : 'acl-user', words })
}

const wordsOf = (rule: AclRule, words: readonly Word[]): readonly Word[] =>
  rule.kind === 'selector' ? rule.words : words.filter(({ span }) => span.start === rule.span.start)

/** Some releases count the rules from the wrong end of the line, so that the first bad rule is called `user`, and the third by the name of the first. */
function wordNamed(start: Startup, use: DirectiveUse, rules: readonly AclRule[], at: number): string {
  const rule = rules[at]
  if (!start.schema.has('acl-error-names-wrong-word')) return rule?.kind === 'selector' ? rule.words[0]?.value ?? '' : rule?.text ?? ''
  // An open selector is told by the word it begins at, not by its place among the rules.
  const place = rule?.kind === 'selector' && !rule.closed ? use.node.args.indexOf(rule.words[0] ?? use.node.name) - 1 : at
  return [use.node.name, ...use.node.args][place]?.value ?? ''
}
