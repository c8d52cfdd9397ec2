import type { LineChange } from '../fixer/line-changes.ts'

/** A stretch of a text with changes in it, and the lines around them. */
export interface Hunk {
  readonly changes: readonly LineChange[]
  /** The first line, in the text before and in the text after, and how many there are. */
  readonly before: Stretch
  readonly after: Stretch
}
interface Stretch {
  readonly from: number
  readonly count: number
}

/** A line of a hunk. `index` counts in the text after for what was added, else in the text before. */
export interface HunkLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly index: number
}

/** Changes with `context` lines around each, those together whose lines would touch. `lineCount` is that of the text before. */
export function hunksOf(changes: readonly LineChange[], context: number, lineCount: number): readonly Hunk[] {
  const groups: LineChange[][] = []
  let end = -Infinity
  for (const change of changes) {
    if (change.at - end > 2 * context) groups.push([])
    groups.at(-1)?.push(change)
    end = change.at + change.removed
  }
  return groups.map((group) => hunkOf(group, context, lineCount))
}

function hunkOf(changes: readonly LineChange[], context: number, lineCount: number): Hunk {
  const { at = 0, addedAt = 0 } = changes[0] ?? {}
  const last = changes.at(-1)
  const from = Math.max(at - context, 0)
  const count = Math.min((last?.at ?? 0) + (last?.removed ?? 0) + context, lineCount) - from
  const grown = changes.reduce((sum, { added, removed }) => sum + added - removed, 0)
  return { changes, before: { from, count }, after: { from: addedAt - (at - from), count: count + grown } }
}

export function linesOf({ changes, before: { from, count } }: Hunk): readonly HunkLine[] {
  const lines: HunkLine[] = []
  let at = from
  const upTo = (end: number, kind: 'same' | 'removed'): void => { for (; at < end; at++) lines.push({ kind, index: at }) }
  for (const change of changes) {
    upTo(change.at, 'same')
    upTo(change.at + change.removed, 'removed')
    for (let i = 0; i < change.added; i++) lines.push({ kind: 'added', index: change.addedAt + i })
  }
  upTo(from + count, 'same')
  return lines
}
