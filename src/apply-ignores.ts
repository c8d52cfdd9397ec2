import type { Project } from './model/project.ts'
import type { Diagnostic } from './diagnostic.ts'
import { ignoresOf, type Ignore, type IgnoreComment } from './rules/ignore-comment.ts'

/** The diagnostics that no ignore of the files hides, and what each ignore did. `today` is `YYYY-MM-DD`; without it nothing has expired. */
export function applyIgnores(
  diagnostics: readonly Diagnostic[], { confs }: Project, today?: string,
): { readonly kept: readonly Diagnostic[], readonly ignores: readonly Ignore[] } {
  const ignores = [...confs.values()].flatMap(ignoresOf).map((comment) => ({ ...comment, state: stateOf(comment, today), used: new Set<string>() }))
  if (ignores.length === 0) return { kept: diagnostics, ignores }
  const covers = coversOf(ignores.filter(({ state }) => state === 'in-force'))
  return { kept: diagnostics.filter((diagnostic) => !isHidden(diagnostic, covers)), ignores }
}

/** A date that can't be read has passed: nobody is to be kept in the dark by a typo. */
function stateOf({ until, reason }: IgnoreComment, today: string | undefined): Ignore['state'] {
  if (reason === null) return 'without-reason'
  if (until === null) return 'in-force'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return 'expired'
  return today !== undefined && until < today ? 'expired' : 'in-force'
}

interface Marked extends IgnoreComment {
  readonly used: Set<string>
}

/** What the ignores of one rule hide in one file. */
interface Covers {
  readonly file: Marked[]
  /** By the beginning of the line; those of the same line together. Lines do not overlap. */
  readonly lines: { readonly start: number, readonly end: number, readonly by: Marked[] }[]
}

/** By rule and path. A file may have as many ignores as it has lines, so none is looked at for each finding. */
function coversOf(ignores: readonly Marked[]): ReadonlyMap<string, Covers> {
  const covers = new Map<string, Covers>()
  for (const ignore of ignores) {
    const { at: { path }, covers: span } = ignore
    if (span === null) continue
    for (const { id } of ignore.rules) {
      const key = keyOf(id, path)
      const known = covers.get(key) ?? { file: [], lines: [] }
      covers.set(key, known)
      const last = known.lines.at(-1)
      // A comment stands before the line that it is about: what begins with the file is all of it.
      if (span.start === 0) known.file.push(ignore)
      // Comments stand in the order of the lines that they are about.
      else if (last?.start === span.start) last.by.push(ignore)
      else known.lines.push({ ...span, by: [ignore] })
    }
  }
  return covers
}

const keyOf = (rule: string, path: string): string => `${rule} ${path}`

function isHidden({ path, start: { offset }, rule }: Diagnostic, covers: ReadonlyMap<string, Covers>): boolean {
  const known = covers.get(keyOf(rule, path))
  if (known === undefined) return false
  const line = lastBefore(known.lines, offset)
  const hiding = [known.file, line !== null && offset < line.end ? line.by : []]
  for (const by of hiding) markUsed(by, rule)
  return hiding.some((by) => by.length > 0)
}

/** Those that hide one finding hide all of them together, so one that is marked speaks for the others. */
function markUsed(by: readonly Marked[], rule: string): void {
  if (by[0]?.used.has(rule) === true) return
  for (const { used } of by) used.add(rule)
}

function lastBefore(lines: Covers['lines'], offset: number): Covers['lines'][number] | null {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return lines[low - 1] ?? null
}
