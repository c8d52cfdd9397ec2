import { codeFrame } from '../code-frame.ts'
import { placeOf } from '../concise.ts'
import { block, type Framing, type Page } from '../pretty.ts'
import { plural } from '../counts.ts'
import { shown, sourceLine } from '../source-line.ts'
import { wrap } from '../wrap.ts'
import { positionAt } from '../../parser/index.ts'
import type { StartProblem } from '../../model/server-model.ts'
import type { Refusal, StartTrial } from './trial.ts'

/** One release: a line, and each refusal in full. */
export function prettyTrial(trial: StartTrial, page: Page): string {
  const { project, server, refusals, misread } = trial
  const { palette } = page
  const head = `${palette.bold(placeOf(project.entry))}: ${project.schema.release.id}`
  const report: Framing = { servers: [{ project, targetFrom: 'option' }], given: [], showSecrets: false }
  const frames = (diagnostics: readonly (readonly string[])[]): string => diagnostics.map((lines) => `\n${lines.join('\n')}\n`).join('')
  if (server.starts) {
    const but = misread.length === 0 ? '' : `, but ${plural(misread.length, 'line')} ${misread.length === 1 ? 'does' : 'do'} not do what ${misread.length === 1 ? 'it says' : 'they say'}`
    return `${head} ${palette.green('starts')}${but}\n${frames(misread.map((diagnostic) => block(diagnostic, report, page)))}`
  }
  const [first] = refusals
  const more = refusals.length - 1
  const then = more === 0 ? '' : `; mended, ${plural(more, 'more problem')} would come up`
  const says = first === undefined ? '' : wrap(`it ${more === 0 ? verdict(first, project.entry) : verdict(first, project.entry).replace(/\.$/, '')}${then}`, page.width - 2).map((line) => `  ${line}\n`).join('')
  return `${head} ${palette.red('does not start')}\n${says}${frames(onlyOnce(refusals).map((refusal) => frameOf(refusal, trial, report, page)))}`
}

/** `stops at line 3: Invalid save parameters`; a line of another file than the entry is named with it. */
export function verdict({ problem, message }: Refusal, entry: string): string {
  if (problem.crash) return `crashes${message === '' ? '' : `: ${message}`}`
  const place = problem.path === entry ? `line ${problem.line}` : `${placeOf(problem.path)}:${problem.line}`
  const at = problem.line > 0 ? `stops at ${place}` : 'exits'
  return message === '' ? at : `${at}: ${message}`
}

function onlyOnce(refusals: readonly Refusal[]): readonly Refusal[] {
  return refusals.filter(({ diagnostic }, i) => diagnostic === null || refusals.findIndex((other) => other.diagnostic === diagnostic) === i)
}

function frameOf(refusal: Refusal, trial: StartTrial, report: Framing, page: Page): readonly string[] {
  if (refusal.diagnostic !== null) return block(refusal.diagnostic, report, page)
  const { palette, width } = page
  const { problem } = refusal
  const line = lineOf(problem, trial)
  const source = line === null ? null : sourceLine(trial.project, problem.path, line)
  const place = `${palette.bold(placeOf(problem.path))}${line === null ? '' : `:${line}`} ${verdict(refusal, trial.project.entry)}`
  if (source === null || line === null || problem.span.start === problem.span.end) return [place]
  const gutter = `  ${line} | `
  const frame = codeFrame(source, problem.span, width - gutter.length)
  return [place, `${palette.dim(gutter)}${frame.line}`, `${palette.dim(`${' '.repeat(gutter.length - 2)}| `)}${palette.bold(frame.marks)}`]
}

function lineOf({ path, span }: StartProblem, { project: { confs, acls } }: StartTrial): number | null {
  const file = (confs.get(path) ?? acls.get(path))?.file
  return file === undefined ? null : positionAt(file, span.start).line
}

/** Many releases: a row each, with the first reason and the line it is about. */
export function prettyMatrix(trials: readonly StartTrial[], { palette, width }: Page): string {
  const entry = trials[0]?.project.entry ?? ''
  const wide = Math.max(...trials.map(({ project }) => project.schema.release.id.length))
  const rows = trials.flatMap((trial) => {
    const name = trial.project.schema.release.id.padEnd(wide)
    const [first] = trial.refusals
    if (first === undefined) return [`  ${name}  ${palette.green('starts')}${trial.misread.length > 0 ? `, misreads ${plural(trial.misread.length, 'line')}` : ''}`]
    const room = width - wide - 4
    const quoted = quotedLine(first.problem, trial, room - 2)
    return [`  ${name}  ${palette.red(clipped(verdict(first, entry), room))}`, ...(quoted === null ? [] : [`  ${' '.repeat(wide)}    ${palette.dim(quoted)}`])]
  })
  const good = trials.filter(({ server }) => server.starts).length
  return `${palette.bold(placeOf(entry))}\n${rows.join('\n')}\n${palette.bold(`${good} of ${plural(trials.length, 'release')} start with it`)}\n`
}

function quotedLine(problem: StartProblem, trial: StartTrial, width: number): string | null {
  const line = lineOf(problem, trial)
  const source = line === null || problem.span.start === problem.span.end ? null : sourceLine(trial.project, problem.path, line)
  if (source === null) return null
  const text = shown(source, source.start, source.start + Math.min(source.text.length, 400)).trim()
  return clipped(text, width)
}

const clipped = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text)
