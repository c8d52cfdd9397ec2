import type { AclRule } from '../../parser/acl-tree.ts'
import type { DirectiveFacts } from '../../schema/schema.ts'
import type { DirectiveUse } from '../project.ts'
import type { Startup } from '../startup.ts'
import type { FaultCode } from './fault.ts'

/** What `errno` says: a name was unknown, or nothing that `acl.c:ACLSetUserStringError` has a text for. */
type Errno = 'unknown-name' | 'none'

/** What an accepted `user` line leaves in `errno`; lines that do not touch it are not here. */
const leftBy = new WeakMap<DirectiveUse, Errno>()

/** After one rule of a line; `left`: what the rules before it have left, null: nothing. */
export function errnoAfter(left: Errno | null, rule: AclRule, fault: FaultCode | null): Errno | null {
  if (fault === 'unknown-name') return fault
  return namesDatabases(rule) ? 'none' : left
}

/** The numbers of `db=` are read with strtol, and `errno` is cleared before (measured: valkey 9.1.2). */
const namesDatabases = (rule: AclRule): boolean => rule.kind === 'databases' || (rule.kind === 'selector' && rule.rules.some(namesDatabases))

export function leaveErrno(use: DirectiveUse, errno: Errno | null): void {
  if (errno !== null) leftBy.set(use, errno)
}

/** How far the lines of a start were looked at: there may be many that ask. */
const looked = new WeakMap<Startup, { steps: number; errno: Errno }>()

/** What the lines before this one have left in `errno` (measured with 30 directives between: 7.0.15 to 9.1.2). */
export function errnoBefore(start: Startup, use: DirectiveUse): Errno {
  const { project: { steps }, schema } = start
  const at = looked.get(start) ?? { steps: 0, errno: schema.has('errno-tells-absent-file-at-start') ? 'unknown-name' : 'none' }
  looked.set(start, at)
  for (; at.steps < steps.length; at.steps++) {
    const step = steps[at.steps]
    if (step?.kind !== 'directive') continue
    if (step.use === use) break
    at.errno = leftBy.get(step.use) ?? (clearsErrno(step.use, schema.directive(step.use.node.name.value)) ? 'none' : at.errno)
  }
  return at.errno
}

/** Read by setters of their own, with `strtoull` or `strtod`. */
const SETTERS_THAT_CLEAR: ReadonlySet<string> = new Set(['client-output-buffer-limit', 'latency-tracking-info-percentiles'])

/** Memory and octal values are read with `strtoull`, and `errno` is cleared before (`util.c:memtoull`, `config.c:numericParseString`). */
function clearsErrno({ node }: DirectiveUse, facts: DirectiveFacts | null): boolean {
  if (facts === null) return false
  const { type, name } = facts
  if (type === 'percent-or-memory') return node.args[0]?.value.endsWith('%') === false
  return type === 'memory' || type === 'octal' || SETTERS_THAT_CLEAR.has(name)
}
