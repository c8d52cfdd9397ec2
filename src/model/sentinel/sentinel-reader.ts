import type { Schema } from '../../schema/schema.ts'
import type { DirectiveUse, Project } from '../project.ts'
import { sentinelState, type SentinelState } from './sentinel-state.ts'
import { STATEMENTS } from './statements.ts'

/** A `sentinel …` line that the server refuses, and what it says of it. */
export interface SentinelRefusal {
  readonly use: DirectiveUse
  readonly message: string
}

/** Follows the `sentinel …` lines of a sentinel's configuration. A line counts as read though it was refused. */
export interface SentinelReader {
  /** A line where it stands; the answer is what is wrong with it, if the release says so there. */
  read(use: DirectiveUse): string | null
  /** After the last line of the last file: what queued lines meet, in the order they are replayed. */
  finish(): readonly SentinelRefusal[]
}

type Phase = 'pre-monitor' | 'monitor' | 'post-monitor'
const PHASES: readonly Phase[] = ['pre-monitor', 'monitor', 'post-monitor']

/**
 * @param cwd the server's working directory at the time of the call; `dir` moves it
 * @example
 * const reader = sentinelReader(project, () => '/')
 * for (const use of sentinelLines) report(use, reader.read(use))
 * for (const { use, message } of reader.finish()) report(use, message)
 */
export function sentinelReader(project: Project, cwd: () => string): SentinelReader {
  const { schema } = project
  const state = sentinelState(project, cwd)
  const queue: Record<Phase, DirectiveUse[]> = { 'pre-monitor': [], 'monitor': [], 'post-monitor': [] }
  return {
    read(use) {
      // A bare `sentinel` only switches the mode on.
      if (use.node.args.length === 0) return null
      if (!schema.has('sentinel-queue')) return perform(state, use)
      queue[phaseOf(schema, use)].push(use)
      return null
    },
    finish: () => PHASES.flatMap((phase) => queue[phase]).flatMap((use) => {
      const message = perform(state, use)
      return message === null ? [] : [{ use, message }]
    }),
  }
}

/** The first word alone decides; a name that is not known comes last. */
function phaseOf(schema: Schema, { node }: DirectiveUse): Phase {
  const phase = schema.sentinel(node.args[0]?.value ?? '')?.phase
  return phase === 'pre-monitor' || phase === 'monitor' ? phase : 'post-monitor'
}

function perform(state: SentinelState, { node }: DirectiveUse): string | null {
  const [name = '', ...args] = node.args.map((word) => word.value)
  const facts = state.schema.sentinel(name)
  if (facts === null || args.length < facts.arity.min || (facts.arity.max !== null && args.length > facts.arity.max)) {
    return 'Unrecognized sentinel configuration statement.'
  }
  return STATEMENTS[facts.name]?.(state, args) ?? null
}
