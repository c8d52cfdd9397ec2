import type { AclDocument, AclRule, AclStrayLine, AclUserNode } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import type { Schema } from '../../schema/schema.ts'
import type { AclUser, ProblemCode, StartProblem } from '../server-model.ts'
import { faultText, type FaultCode } from './fault.ts'
import { LoadedUser, outlineOf, type AclWorld, type UserOutline, type UserSource } from './loaded-user.ts'
import { lineShape } from './line-shape.ts'
import { hasSpace } from './selector.ts'
import { applyUserRule, newUser, resetUser, type UserState } from './user-state.ts'

/**
 * The users of an ACL file, and what is wrong with its lines (`acl.c:ACLLoadFromFile`). The server looks at all
 * lines before it gives up, and a refused line does not keep the others from being looked at.
 */
export function loadAclFile(document: AclDocument, world: AclWorld): { users: Map<string, AclUser>, problems: readonly StartProblem[] } {
  const users = new Map<string, AclUser>()
  const refused: StartProblem[] = []
  const faulty: StartProblem[] = []
  const outlines = new Map<string, UserOutline>()
  const [source, resetting] = [sourceOf(document, false, world), sourceOf(document, true, world)]
  for (const line of document.lines()) {
    if (line.kind === 'blank') continue
    if (line.kind === 'stray') {
      refused.push(refusedLine(document, line, 'should start with user keyword followed by the username'))
      continue
    }
    const name = line.name.value
    if (hasSpace(name)) {
      refused.push(refusedLine(document, line, 'username contains invalid characters'))
      continue
    }
    const again = users.has(name)
    if (again && world.terms.schema.has('acl-duplicate-user-refused')) {
      refused.push(refusedLine(document, line, `Duplicate user '${name}' found`, 'duplicate-user'))
      continue
    }
    const isReset = again || (name === 'default' && world.terms.schema.has('acl-file-resets-default'))
    const outline = knownOutline(line, outlines) ?? readLine(line, document, isReset, world, outlines, faulty)
    users.set(name, new LoadedUser(name, outline, isReset ? resetting : source, line.number))
  }
  // Where it dies on the way nothing is told. Else it lists faults by line; lines it can't read at all are told apart, as they name no rule.
  const [deadly, told] = [faulty.filter(({ crash }) => crash), faulty.filter(({ crash }) => !crash)]
  return { users, problems: [...deadly, ...told, ...refused] }
}

/** Lines alike but for their patterns and passwords come to the same. */
function knownOutline(line: AclUserNode, outlines: Map<string, UserOutline>): UserOutline | null {
  const shape = lineShape(line.text, line.rulesFrom)
  return shape === null ? null : outlines.get(shape) ?? null
}

/** Beyond this the lines have little in common, and remembering them is a waste. */
const MOST_SHAPES = 5000

function readLine(
  line: AclUserNode, document: AclDocument, isReset: boolean, world: AclWorld, outlines: Map<string, UserOutline>, faulty: StartProblem[],
): UserOutline {
  const faults: Fault[] = []
  const outline = outlineOf(stateOf(line, isReset, world, (rule, code) => { faults.push({ rule, code }) }))
  if (faults.length > 0) faulty.push(...problemsOf(document, line, faults, world.terms.schema))
  const shape = faults.length > 0 || isReset ? null : lineShape(line.text, line.rulesFrom)
  if (shape !== null && outlines.size < MOST_SHAPES) outlines.set(shape, outline)
  return outline
}

interface Fault {
  readonly rule: AclRule
  readonly code: FaultCode
}

/** A name that was there before begins anew, as `reset` has it. */
function stateOf(line: AclUserNode, isReset: boolean, world: AclWorld, refuse: (rule: AclRule, code: FaultCode) => void): UserState {
  const state = newUser(world.terms)
  if (isReset) resetUser(state, world.terms, { kind: 'keyword', keyword: 'reset', text: 'reset', span: line.name.span })
  for (const rule of rulesOf(line, world)) {
    const code = applyUserRule(state, rule, world.terms)
    if (code !== null) refuse(rule, code)
  }
  return state
}

/** Words are put together to selectors only where there are any (acl.c:ACLMergeSelectorArguments; measured: 6.0.16). */
const rulesOf = (line: AclUserNode, { terms: { schema } }: AclWorld): readonly AclRule[] => (schema.has('acl-selectors') ? line.rules : line.wordRules)

/** Unknown names are all told, with the rule; of other faults the first, where the release says so; before, each. */
function problemsOf(document: AclDocument, line: AclUserNode, faults: readonly Fault[], schema: Schema): StartProblem[] {
  const open = faults.find(({ code }) => code === 'open-selector')
  if (open !== undefined) return [openSelector(document, line, open.rule, schema)]
  const names = schema.has('acl-file-names-unknown-rule')
  const first = faults.find(({ code }) => code !== 'unknown-name')
  return faults
    .filter((fault) => !names || fault.code === 'unknown-name' || fault === first)
    .map(({ rule, code }) => {
      const text = faultText(code)
      const message = names && code === 'unknown-name' ? `Error in applying operation '${rule.text}': ${text}` : text
      return { ...problemAt(document, line, rule), stage: 'acl', message, code: 'acl-user' }
    })
}

/** Behind another rule it brings the server down (measured: all from 7.0). */
function openSelector(document: AclDocument, line: AclUserNode, rule: AclRule, schema: Schema): StartProblem {
  const crash = schema.has('acl-file-open-selector-crashes') && line.rules[0] !== rule
  const at = problemAt(document, line, rule)
  return crash ? { ...at, stage: 'start', message: 'the server dies of SIGSEGV', code: 'crash', crash }
    : { ...at, stage: 'acl', message: 'Unmatched parenthesis in selector definition', code: 'acl-user' }
}

const problemAt = (document: AclDocument, { number }: AclUserNode, { span }: AclRule): Location & { line: number, crash: boolean } =>
  ({ path: document.file.path, span, line: number, crash: false })

function refusedLine(document: AclDocument, line: AclStrayLine | AclUserNode, message: string, code: ProblemCode = 'acl-file'): StartProblem {
  const span = line.kind === 'user' ? line.name.span : { start: line.words[0]?.span.start ?? line.span.start, end: line.words.at(-1)?.span.end ?? line.span.end }
  return { path: document.file.path, span, stage: 'start', line: line.number, message, code, crash: false }
}

/** `isReset`: the users begin as `reset` leaves them. */
function sourceOf(document: AclDocument, isReset: boolean, world: AclWorld): UserSource {
  const nodeAt = (number: number): AclUserNode => {
    const line = document.line(number)
    if (line.kind !== 'user') throw new Error('unreachable: a user is read from a user line')
    return line
  }
  return {
    world,
    declaredAt: (line) => ({ path: document.file.path, span: nodeAt(line).name.span }),
    rules: (line) => rulesOf(nodeAt(line), world),
    state: (line) => stateOf(nodeAt(line), isReset, world, () => undefined),
  }
}
