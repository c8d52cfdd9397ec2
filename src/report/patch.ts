import { formatPatch, OMIT_HEADERS } from 'diff'
import type { AppliedFix } from '../fixer/fix-result.ts'
import { linesIn, type LineChange } from '../fixer/line-changes.ts'
import { hunksOf, linesOf, type Hunk, type HunkLine } from './hunks.ts'
import type { Palette } from './palette.ts'

/** One file of a patch. Texts have one char a byte. */
export interface FilePatch {
  /** From where the patch is to be applied: without `.`, `..` and a slash before it. */
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
  const name = quoted(file.path)
  const texts = { before: linesIn(file.before), after: linesIn(file.after) }
  const head = [
    ...comments(file).map((line) => palette.dim(file.words(line))),
    // Without this line, git run in a folder takes a name of the root for that of the namesake in the folder, and patches that.
    palette.bold(`diff --git ${prefixed('a', name)} ${prefixed('b', name)}`),
    palette.bold(`--- ${ended(prefixed('a', name))}`),
    palette.bold(`+++ ${ended(prefixed('b', name))}`),
  ]
  const hunks = hunksOf(file.changes, CONTEXT, texts.before.length)
  return head.map((line) => `${line}\n`).join('') + hunks.map((hunk) => hunkText(hunk, file, texts, palette)).join('')
}

type Texts = Readonly<Record<'before' | 'after', readonly string[]>>

/** Each fix once: title and, beside it, its consequence. */
function comments({ changes }: FilePatch): readonly string[] {
  const fixes = new Map<string, AppliedFix>()
  for (const by of changes.flatMap((change) => change.by)) fixes.set(`${by.rule} ${by.fix.title}`, by)
  return Array.from(fixes.values(), ({ rule, fix }) => `# ${rule} (${fix.kind}): ${fix.title}. ${fix.consequence}`.replaceAll(/\s+/g, ' '))
}

const SIGN: Readonly<Record<HunkLine['kind'], string>> = { same: ' ', removed: '-', added: '+' }

/** The head of the file is written here, where names may be of any bytes. */
const NO_FILE = { oldFileName: undefined, newFileName: undefined, oldHeader: undefined, newHeader: undefined }

/** The rules behind a hunk stand in its first line, where git puts the name of a function. */
function hunkText(hunk: Hunk, file: FilePatch, texts: Texts, palette: Palette): string {
  const colour = { same: String, removed: palette.red, added: palette.green }
  const lines = linesOf(hunk).flatMap(({ kind, index }) => {
    const side = kind === 'added' ? 'after' : 'before'
    return printed(SIGN[kind], file, side, index, texts[side][index]).map(colour[kind])
  })
  const { before, after, changes } = hunk
  const rules = [...new Set(changes.flatMap(({ by }) => by.map(({ rule }) => rule)))].join(', ')
  const plain = { oldStart: before.from + 1, oldLines: before.count, newStart: after.from + 1, newLines: after.count, lines }
  return formatPatch({ ...NO_FILE, hunks: [plain] }, OMIT_HEADERS)
    .replace(/^@@.*@@/, (ranges) => `${palette.cyan(ranges)} ${rules}`)
}

function printed(sign: string, file: FilePatch, side: 'before' | 'after', index: number, text = ''): readonly string[] {
  const isEnded = text.endsWith('\n')
  const line = sign + file.line(side, index, isEnded ? text.slice(0, -1) : text)
  return isEnded ? [line] : [line, '\\ No newline at end of file']
}

/** As git writes names: in quotes, with escapes, where a byte could be misread. */
function quoted(path: string): string {
  if (!/["\\\x00-\x1f\x7f-\xff]/.test(path)) return path
  const escaped = path.replaceAll(/["\\\x00-\x1f\x7f-\xff]/g, (char) =>
    char === '"' || char === '\\' ? `\\${char}` : `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)
  return `"${escaped}"`
}

/** A tab ends a name that holds a blank. */
const ended = (name: string): string => (name.includes(' ') && !name.startsWith('"') ? `${name}\t` : name)

const prefixed = (prefix: string, name: string): string => (name.startsWith('"') ? `"${prefix}/${name.slice(1)}` : `${prefix}/${name}`)
