import type { CommentLine, ConfDocument } from '../parser/conf-tree.ts'
import type { Location, Span } from '../parser/source-file.ts'

/** `# redis-conf-lint: ignore RULE[, RULE] [until=YYYY-MM-DD] -- reason`, or `ignore-file …`. */
export interface IgnoreComment {
  /** The comment, without indentation and line end. */
  readonly at: Location
  readonly line: CommentLine
  /** What it is about: the next line that is neither blank nor a comment; the whole file; or nothing. */
  readonly covers: Span | null
  readonly rules: readonly { readonly id: string; readonly at: Location }[]
  /** As written; null: for ever. */
  readonly until: string | null
  readonly reason: string | null
}

/** What became of an ignore. Only one in force hides findings. */
export interface Ignore extends IgnoreComment {
  readonly state: 'in-force' | 'expired' | 'without-reason'
  /** Ids of its rules that hid a finding. */
  readonly used: ReadonlySet<string>
}

const COMMENT = /^#[ \t]*redis-conf-lint:[ \t]*(ignore-file|ignore)(?![\w-])([^\r\n]*)/

/** The ignores of one file. Those of a file that never says so cost one search. */
export function ignoresOf({ file, lines }: ConfDocument): readonly IgnoreComment[] {
  if (!file.text.includes('redis-conf-lint:')) return []
  return lines.flatMap((line, i) => {
    if (line.kind !== 'comment') return []
    const { start } = line.comment.span
    const [whole, scope, rest] = COMMENT.exec(file.text.slice(start, line.span.end)) ?? []
    if (whole === undefined || rest === undefined) return []
    const covers = scope === 'ignore-file' ? { start: 0, end: file.text.length + 1 } : nextLine(lines, i)
    const at = { path: file.path, span: { start, end: start + whole.trimEnd().length } }
    return [{ at, line, covers, ...readRest(rest, file.path, start + whole.length - rest.length) }]
  })
}

function nextLine(lines: ConfDocument['lines'], after: number): Span | null {
  for (let i = after + 1; i < lines.length; i++) {
    const line = lines[i]
    if (line !== undefined && line.kind !== 'blank' && line.kind !== 'comment') return line.span
  }
  return null
}

function readRest(rest: string, path: string, offset: number): Pick<IgnoreComment, 'rules' | 'until' | 'reason'> {
  const [, names = rest, reason = ''] = /^(.*?)(?:^|[ \t])--(?:[ \t]+(.*))?$/.exec(rest) ?? []
  const words = Array.from(names.matchAll(/[^\s,]+/g), ({ 0: id, index }) => {
    const start = offset + index
    return { id, at: { path, span: { start, end: start + id.length } } }
  })
  const until = words.find(({ id }) => id.startsWith('until='))?.id.slice('until='.length)
  return {
    rules: words.filter(({ id }) => !id.startsWith('until=')),
    until: until ?? null,
    reason: reason.trim() === '' ? null : reason.trim(),
  }
}
