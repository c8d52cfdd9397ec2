import type { Schema } from '../../schema/schema.ts'
import type { DirectiveUse, Project } from '../project.ts'
import { sentinelState, type SentinelState } from './sentinel-state.ts'
import { STATEMENTS, type Complaint } from './statements.ts'

/** A `sentinel …` line that the server refuses. */
export interface RefusedStatement extends Complaint {
  readonly use: DirectiveUse
}

/** Follows the `sentinel …` lines of a sentinel's configuration. */
export interface SentinelReader {
  /** A line where it stands; the answer is what is wrong with it, if the release says so there. */
  read(use: DirectiveUse): RefusedStatement | null
  /** After the last line of the last file: what queued lines meet, in the order they are replayed. */
  finish(): readonly RefusedStatement[]
}

type Phase = 'pre-monitor' | 'monitor' | 'post-monitor'
const PHASES: readonly Phase[] = ['pre-monitor', 'monitor', 'post-monitor']

/** @param cwd the server's working directory at the time of the call; `dir` moves it */
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
    finish: () => PHASES.flatMap((phase) => queue[phase]).flatMap((use) => perform(state, use) ?? []),
  }
}

/** The first word alone decides; a name that is not known comes last. */
function phaseOf(schema: Schema, { node }: DirectiveUse): Phase {
  const phase = schema.sentinel(node.args[0]?.value ?? '')?.phase
  return phase === 'pre-monitor' || phase === 'monitor' ? phase : 'post-monitor'
}

function perform(state: SentinelState, use: DirectiveUse): RefusedStatement | null {
  const words = use.node.args.map((word) => word.value)
  const facts = state.schema.sentinel(words[0] ?? '')
  const count = words.length - 1
  if (facts === null || count < facts.arity.min || (facts.arity.max !== null && count > facts.arity.max)) {
    return { use, message: 'Unrecognized sentinel configuration statement.', word: 0 }
  }
  const complaint = STATEMENTS[facts.name]?.(state, words) ?? null
  return complaint === null ? null : { use, ...complaint }
}
