import type { DirectiveUse } from '../project.ts'
import type { StartProblem } from '../server-model.ts'
import type { Startup } from '../startup.ts'
import { sentinelReader, type RefusedStatement, type SentinelReader } from './sentinel-reader.ts'

const readers = new WeakMap<Startup, SentinelReader>()

function readerOf(start: Startup): SentinelReader {
  const reader = readers.get(start) ?? sentinelReader(start.project, () => start.cwd)
  readers.set(start, reader)
  return reader
}

/** What the release says of a `sentinel …` line where it stands; since 6.2 nothing, see {@link sentinelProblems}. */
export function sentinelLineProblem(start: Startup, use: DirectiveUse): StartProblem | null {
  const refused = readerOf(start).read(use)
  return refused === null ? null : problemOf(refused)
}

/** What the queued lines meet once everything was read, in the order they are replayed. */
export function sentinelProblems(start: Startup): readonly StartProblem[] {
  return readerOf(start).finish().map(problemOf)
}

function problemOf({ use, message, word }: RefusedStatement): StartProblem {
  const { path, node, line } = use
  const span = (node.args[word] ?? node.name).span
  return { stage: 'line', line, message, code: 'sentinel-statement', crash: false, path, span }
}
