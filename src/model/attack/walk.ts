import type { AclUser, Because, Verdict } from '../server-model.ts'
import type { Schema } from '../../schema/schema.ts'
import type { Argv } from '../exposure/permission.ts'
import type { Step } from './attack-path.ts'
import { can, type AttackFacts, type Foothold } from './foothold.ts'
import { underFoundName } from './guessable-name.ts'
import { LEAVE_PRIMARY, type Need } from './techniques.ts'

/**
 * The steps that meet every need from a foothold; null: the server refuses one of them whatever he
 * tries. A read-only replica takes no writes until it is told to stop being one.
 */
export function walk(needs: readonly Need[], foothold: Foothold, facts: AttackFacts): readonly Step[] | null {
  const readOnly = isReadOnlyReplica(facts)
  const steps = meetAll(needs, foothold, facts, !readOnly)
  if (steps !== null || !readOnly) return steps
  const leaves = meet(LEAVE_PRIMARY, foothold, facts)
  const writes = leaves === null ? null : meetAll(needs, foothold, facts, true)
  return leaves === null || writes === null ? null : [leaves, ...writes]
}

function isReadOnlyReplica({ server }: AttackFacts): boolean {
  const primary = server.setting('replicaof') ?? server.setting('slaveof')
  const readOnly = server.setting('replica-read-only') ?? server.setting('slave-read-only')
  return primary !== null && primary.value !== '' && readOnly?.value !== 'no'
}

function meetAll(needs: readonly Need[], foothold: Foothold, facts: AttackFacts, takesWrites: boolean): readonly Step[] | null {
  const steps: Step[] = []
  for (const need of needs) {
    const lines = takesWrites ? need.any : need.any.filter((argv) => !isWrite(argv, facts.project.schema))
    const step = meet({ does: need.does, any: lines }, foothold, facts)
    if (step === null) return null
    steps.push(step)
  }
  return steps
}

/** Of a container the subcommand tells: FUNCTION LOAD writes, FUNCTION LIST does not. */
function isWrite([command, subcommand = '']: Argv, { commands }: Schema): boolean {
  return (commands.get(`${command}|${subcommand}`) ?? commands.get(command))?.flags.includes('write') === true
}

/** The first command line that does it. */
export function meet({ does, any }: { readonly does: string; readonly any: readonly Argv[] }, foothold: Pick<Foothold, 'origin' | 'user'>, facts: AttackFacts): Step | null {
  for (const argv of any) {
    for (const line of spellings(argv, foothold.user)) {
      const sent = underFoundName(line, facts.names)
      if (sent === null) continue
      const verdict = can(sent, foothold, facts)
      if (verdict.allowed) return { kind: 'command', does, argv: sent, because: whyAllowed(verdict, foothold.user) }
    }
  }
  return null
}

/** Key arguments are written `x`; a user who is kept to some keys takes one of those. */
function* spellings(argv: Argv, user: AclUser | null): Iterable<Argv> {
  yield argv
  if (user === null || !argv.includes('x')) return
  for (const key of keysOf(user)) {
    const [command, ...args] = argv
    yield [command, ...args.map((arg) => (arg === 'x' ? key : arg))]
  }
}

/** A key for each of his patterns. */
function keysOf(user: AclUser): readonly string[] {
  const patterns = [user.keys, ...user.selectors.map(({ keys }) => keys)].flatMap((keys) => keys.split(' '))
  return patterns.map((pattern) => pattern.replace(/^(%[RW]+)?~/i, '')).filter((pattern) => pattern !== '').map(exampleOf)
}

/** Some text that a glob matches. */
function exampleOf(pattern: string): string {
  return pattern.replaceAll(/\\(.)|\[\^?([^\]])[^\]]*\]|\*+|\?/gs, (whole, escaped: string | undefined, first: string | undefined) =>
    escaped ?? (whole.startsWith('[^') ? 'x' : first) ?? 'x')
}

function whyAllowed({ because }: Verdict, user: AclUser | null): Because {
  if (because.kind === 'default' && user !== null && user.declaredAt !== null) return { kind: 'declaration', user: user.name, at: user.declaredAt }
  return because
}
