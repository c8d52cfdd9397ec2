import { decodeForDisplay, positionAt } from '../../parser/index.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Refusal, StartTrial } from './trial.ts'
import { jsonText } from '../json-text.ts'

/** For programs: a result for each release. */
export function jsonTrials(trials: readonly StartTrial[], version: string): string {
  const [first] = trials
  return jsonText({
    schemaVersion: 1,
    tool: { name: 'redis-conf-lint', version },
    file: decodeForDisplay(first?.project.entry ?? ''),
    results: trials.map(resultOf),
  })
}

function resultOf(trial: StartTrial): object {
  const { project, server, refusals, misread } = trial
  return {
    target: project.schema.release.id,
    starts: server.starts,
    problems: refusals.map((refusal) => problemOf(refusal, trial)),
    misread: misread.map(findingOf),
  }
}

function problemOf({ problem, message, diagnostic }: Refusal, { project: { confs, acls } }: StartTrial): object {
  const { path, span, stage, line, code, crash } = problem
  const file = (confs.get(path) ?? acls.get(path))?.file
  return {
    path: decodeForDisplay(path),
    ...(file === undefined ? {} : { start: positionAt(file, span.start), end: positionAt(file, span.end) }),
    stage, serverLine: line, code, crash, message,
    ...(diagnostic === null ? {} : { finding: findingOf(diagnostic) }),
  }
}

function findingOf({ rule, message, advice, path, start, fix }: Diagnostic): object {
  return {
    rule, message, path: decodeForDisplay(path), start,
    ...(advice === undefined ? {} : { advice }),
    ...(fix === undefined ? {} : { fix: { title: fix.title, kind: fix.kind } }),
  }
}
