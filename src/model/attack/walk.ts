import type { AclUser, Because, Verdict } from '../server-model.ts'
import type { Argv } from '../exposure/permission.ts'
import type { Step } from './attack-path.ts'
import { can, type AttackFacts, type Foothold } from './foothold.ts'
import { isGuessable } from './guessable-name.ts'
import type { Need } from './techniques.ts'

/** The steps that meet every need from a foothold; null: the server refuses one of them whatever he tries. */
export function walk(needs: readonly Need[], foothold: Foothold, facts: AttackFacts): readonly Step[] | null {
  const steps: Step[] = []
  for (const need of needs) {
    const step = meet(need, foothold, facts)
    if (step === null) return null
    steps.push(step)
  }
  return steps
}

/** The first command line that does it. */
export function meet({ does, any }: Need, foothold: Pick<Foothold, 'origin' | 'user'>, facts: AttackFacts): Step | null {
  for (const argv of any) {
    for (const line of spellings(argv, foothold.user)) {
      const sent = underItsName(line, facts)
      if (sent === null) continue
      const verdict = can(sent, foothold, facts)
      if (verdict.allowed) return { kind: 'command', does, argv: sent, because: whyAllowed(verdict, foothold.user) }
    }
  }
  return null
}

/** A command that was renamed is tried under its new name where that can be guessed. */
function underItsName([command, ...args]: Argv, { names }: AttackFacts): Argv | null {
  const { name } = names.nameOf(command)
  if (name === null) return null
  return name === command || isGuessable(command, name) ? [name, ...args] : null
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
