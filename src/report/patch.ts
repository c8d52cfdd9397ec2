import type { AppliedFix } from '../fixer/fix-result.ts'
import { linesIn, type LineChange } from '../fixer/line-changes.ts'
import type { Palette } from './palette.ts'

/** One file of a patch. Texts have one char a byte. */
export interface FilePatch {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly changes: readonly LineChange[]
  /** Text of ours in the encoding of the lines. */
  words(text: string): string
  /** A line as it is to be printed, by its index and without its line end: secrets masked, perhaps. */
  line(side: 'before' | 'after', index: number, text: string): string
}

const CONTEXT = 3

/**
 * A unified diff that `patch -p1` and `git apply` take. What each hunk does stands before the file's
 * header, where both pass over it: the hunks name their rules.
 */
export function patchOf(file: FilePatch, palette: Palette): string {
  const name = quotedName(file.path)
  const before = linesIn(file.before)
  const after = linesIn(file.after)
  return [
    ...comments(file).map((line) => palette.dim(file.words(line))),
    palette.bold(`--- ${prefixed('a', name)}`),
    palette.bold(`+++ ${prefixed('b', name)}`),
    ...hunksOf(file.changes).flatMap((hunk) => hunkLines(hunk, file, before, after, palette)),
  ].map((line) => `${line}\n`).join('')
}

/** Each fix once: title and, beside it, its consequence. */
function comments({ changes }: FilePatch): readonly string[] {
  const fixes = new Map<string, AppliedFix>()
  for (const by of changes.flatMap((change) => change.by)) fixes.set(`${by.rule} ${by.fix.title}`, by)
  return Array.from(fixes.values(), ({ rule, fix }) => `# ${rule} (${fix.kind}): ${fix.title}. ${fix.consequence}`.replaceAll(/\s+/g, ' '))
}

function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = []
  let end = -Infinity
  for (const change of changes) {
    if (change.at - end > 2 * CONTEXT) hunks.push([])
    hunks.at(-1)?.push(change)
    end = change.at + change.removed
  }
  return hunks
}

function hunkLines(hunk: readonly LineChange[], file: FilePatch, before: readonly string[], after: readonly string[], palette: Palette): readonly string[] {
  const [first] = hunk
  const last = hunk.at(-1)
  if (first === undefined || last === undefined) return []
  const from = Math.max(first.at - CONTEXT, 0)
  const to = Math.min(last.at + last.removed + CONTEXT, before.length)
  const body: string[] = []
  let at = from
  const context = (end: number): void => { for (; at < end; at++) body.push(...printed(' ', file, 'before', at, before[at])) }
  for (const change of hunk) {
    context(change.at)
    for (; at < change.at + change.removed; at++) body.push(...printed('-', file, 'before', at, before[at]).map(palette.red))
    for (let i = 0; i < change.added; i++) body.push(...printed('+', file, 'after', change.addedAt + i, after[change.addedAt + i]).map(palette.green))
  }
  context(to)
  const grown = hunk.reduce((sum, { added, removed }) => sum + added - removed, 0)
  const rules = [...new Set(hunk.flatMap(({ by }) => by.map(({ rule }) => rule)))].join(', ')
  const ranges = `@@ -${range(from, to - from)} +${range(first.addedAt - (first.at - from), to - from + grown)} @@`
  return [`${palette.cyan(ranges)} ${rules}`, ...body]
}

/** An empty range names the line before it. */
const range = (from: number, count: number): string => `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`

function printed(sign: string, file: FilePatch, side: 'before' | 'after', index: number, text = ''): readonly string[] {
  const isEnded = text.endsWith('\n')
  const line = sign + file.line(side, index, isEnded ? text.slice(0, -1) : text)
  return isEnded ? [line] : [line, '\\ No newline at end of file']
}

/** As git writes names: in quotes, with escapes, where a byte could be misread; a tab ends one that holds a blank. */
function quotedName(path: string): string {
  const bare = path.replace(/^\/+/, '')
  if (!/["\\\x00-\x1f\x7f-\xff]/.test(bare)) return bare.includes(' ') ? `${bare}\t` : bare
  const escaped = bare.replaceAll(/["\\\x00-\x1f\x7f-\xff]/g, (char) =>
    char === '"' || char === '\\' ? `\\${char}` : `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)
  return `"${escaped}"`
}

const prefixed = (prefix: string, name: string): string => (name.startsWith('"') ? `"${prefix}/${name.slice(1)}` : `${prefix}/${name}`)
