import type { DirectiveUse } from '../project.ts'
import type { StartProblem } from '../server-model.ts'
import type { Startup } from '../startup.ts'

/**
 * What a `sentinel …` line with arguments is refused for at once, in sentinel mode; null: nothing. Lines
 * that are not refused are in `start.sentinelLines` afterwards.
 */
export const sentinelLineProblem: (start: Startup, use: DirectiveUse) => StartProblem | null = () => null

/** What keeps a sentinel from starting once its whole file was read: the queue is replayed (6.2 and later). */
export const sentinelProblems: (start: Startup) => readonly StartProblem[] = () => []
