import { decodeForDisplay, lineAt, lineStarts, type AclDocument, type AclLine, type ConfDocument, type ConfLine, type Span } from '../parser/index.ts'
import type { Project } from '../model/project.ts'
import { secretValues, type SecretValues } from '../fixer/secret-values.ts'
import { apart, MASK, secretSpansOfLine } from '../fixer/secrets.ts'

/** One line of a file, without its newline, and where secrets stand in it. */
export interface SourceLine {
  readonly text: string
  /** Offset in the file. */
  readonly start: number
  readonly secrets: readonly Span[]
}

/**
 * The line of a file with this number, from 1; null for a file that the project does not hold. `made` of lines of another
 * project, of which these are the secrets, it may hold one where none would be looked for: a fix makes comments of arguments.
 */
export function sourceLine(project: Project, path: string, number: number, made: SecretValues | null = null): SourceLine | null {
  const document = project.confs.get(path) ?? project.acls.get(path)
  if (document === undefined) return null
  const { text: whole } = document.file
  const starts = lineStarts(document.file)
  const start = starts[number - 1] ?? whole.length
  const newline = whole.indexOf('\n', start)
  const text = whole.slice(start, newline === -1 ? whole.length : newline)
  const line = document.kind === 'conf' ? lineAt(document, start) : aclLineAt(document, start, number)
  if (line === undefined) return { text, start, secrets: [] }
  return { text, start, secrets: apart([...secretSpansOfLine(line, document, project.schema), ...repeated(line, text, start, project, made)]) }
}

/** What is a secret on another line is one in a comment. */
function repeated(line: ConfLine | AclLine, text: string, start: number, project: Project, made: SecretValues | null): readonly Span[] {
  return [...(line.kind === 'comment' ? secretValues(project).spansIn(text, start) : []), ...(made?.spansIn(text, start) ?? [])]
}

/** A NUL byte glues several lines of the file into one. */
function aclLineAt(document: AclDocument, start: number, number: number): AclLine | undefined {
  if (document.dropped.length === 0) return number <= document.lineCount ? document.line(number) : undefined
  for (const line of document.lines()) if (start < line.span.end) return line
  return undefined
}

/** Every line of a file as people may see it. */
export function shownLines({ file }: ConfDocument | AclDocument, project: Project, made: SecretValues | null = null): readonly string[] {
  const count = lineStarts(file).length - (file.text.endsWith('\n') || file.text === '' ? 1 : 0)
  return Array.from({ length: count }, (_, i) => {
    const line = sourceLine(project, file.path, i + 1, made)
    if (line === null) return ''
    const { start, text } = line
    return shown(line, start, start + text.replace(/\r$/, '').length)
  })
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
