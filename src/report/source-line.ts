import { decodeForDisplay, lineAt, lineStarts, type Span } from '../parser/index.ts'
import type { Project } from '../model/project.ts'
import { MASK, secretSpansOfLine } from '../fixer/secrets.ts'

/** One line of a file, without its newline, and where secrets stand in it. */
export interface SourceLine {
  readonly text: string
  /** Offset in the file. */
  readonly start: number
  readonly secrets: readonly Span[]
}

/** The line of a file with this number, from 1; null for a file that the project does not hold. */
export function sourceLine(project: Project, path: string, number: number): SourceLine | null {
  const document = project.confs.get(path) ?? project.acls.get(path)
  if (document === undefined) return null
  const { text } = document.file
  const starts = lineStarts(document.file)
  const start = starts[number - 1] ?? text.length
  const newline = text.indexOf('\n', start)
  const end = newline === -1 ? text.length : newline
  const line = document.kind === 'conf' ? lineAt(document, start) : number <= document.lineCount ? document.line(number) : undefined
  const secrets = line === undefined ? [] : secretSpansOfLine(line, document, project.schema)
  return { text: text.slice(start, end), start, secrets }
}

/** A piece of a line as people may see it. A secret that the piece touches shows as its mask. */
export function shown({ text, start, secrets }: SourceLine, from: number, to: number): string {
  let out = ''
  let at = from
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= to) continue
    out += visible(text.slice(at - start, Math.max(secret.start, at) - start)) + MASK
    at = secret.end
  }
  return at < to ? out + visible(text.slice(at - start, to - start)) : out
}

/** A tab between words is a blank to the reader as it is to the server. */
const visible = (text: string): string => decodeForDisplay(text.replaceAll('\t', ' '))
