import type { ConfDocument, ConfLine } from '../parser/conf-tree.ts'
import { lineIndexAt } from '../parser/line-at.ts'
import type { SourceFile, Span } from '../parser/source-file.ts'
import type { DirectiveUse, Project } from '../model/project.ts'
import type { IgnoreComment } from './ignore-comment.ts'
import type { Fix, RuleContext, TextEdit } from './rule.ts'

/**
 * Makes a directive say something: changes the line that is in force, else one that was refused,
 * else adds a line.
 */
export function setDirective(context: RuleContext, name: string, args: string): TextEdit {
  const use = useInForce(context, name) ?? context.server.uses(name).at(-1)
  return use === undefined ? addDirective(context.project, name, args) : replaceArguments(use, args)
}

/** The line that a setting comes from; undefined where it is on its default. */
export function useInForce({ server }: Pick<RuleContext, 'server'>, name: string): DirectiveUse | undefined {
  const origin = server.setting(name)?.origin
  return origin?.kind === 'set' ? origin.by.at(-1) : undefined
}

/** Replaces all arguments of a line; its name, indentation and line end stay. */
export function replaceArguments({ path, node: { name, args } }: DirectiveUse, newText: string): TextEdit {
  const first = args[0]
  const last = args.at(-1)
  if (first === undefined || last === undefined) {
    return { path, span: { start: name.span.end, end: name.span.end }, newText: ` ${newText}` }
  }
  return { path, span: { start: first.span.start, end: last.span.end }, newText }
}

/** Takes a line away, with its end; the last line of a file takes the end of the one before. */
export function removeLine(project: Project, { path, node }: DirectiveUse): TextEdit {
  return removeSpan(project, path, node.span)
}

/** The fix of an ignore comment that hides nothing. */
export function removeComment(project: Project, { at, line }: IgnoreComment): Fix {
  return {
    title: 'Take the comment away',
    kind: 'safe',
    consequence: 'Nothing changes but the comment.',
    edits: [removeSpan(project, at.path, line.span)],
  }
}

/** Takes away a whole line of a configuration or an ACL file, given with its end. */
export function removeSpan({ confs, acls }: Project, path: string, span: Span): TextEdit {
  const text = (confs.get(path) ?? acls.get(path))?.file.text ?? ''
  const start = text.slice(span.start, span.end).endsWith('\n') ? span.start : beforeLineEnd(text, span.start)
  return { path, span: { start, end: span.end }, newText: '' }
}

function beforeLineEnd(text: string, lineStart: number): number {
  if (text[lineStart - 1] !== '\n') return lineStart
  return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1
}

/**
 * A new line in the entry file: below the commented-out example of the directive, else below its next
 * of kin, else at the end; never above an include. Several values make several lines.
 */
export function addDirective({ entry, confs }: Project, name: string, ...values: readonly string[]): TextEdit {
  const lines = values.map((value) => `${name} ${value}`)
  const document = confs.get(entry)
  if (document === undefined) return { path: entry, span: { start: 0, end: 0 }, newText: lines.map((line) => `${line}\n`).join('') }
  const neighbour = exampleOf(document, name) ?? kinOf(document, name)
  const include = document.lines.findLast((line) => line.kind === 'directive' && line.name.value.toLowerCase() === 'include')
  // An include below may say otherwise, now or one day.
  const isAbove = neighbour !== undefined && include !== undefined && neighbour.span.start < include.span.start
  return neighbour === undefined || isAbove ? appendLines(document.file, ...lines) : insertBelow(document, neighbour, lines)
}

/** `# requirepass foobared`, with nothing but a blank line, a directive or another example behind it: not the beginning of a sentence. */
function exampleOf(document: ConfDocument, name: string): ConfLine | undefined {
  const { file, lines } = document
  const example = new RegExp(`^[ \\t]*#[ \\t]?${name}[ \\t]+\\S+(?:[ \\t]+\\S+){0,7}[ \\t\\r]*$`, 'i')
  // The text is searched first: to look at each of a thousand comments would take longer than all rules together.
  const places = Array.from(file.text.matchAll(new RegExp(`^[ \\t]*#[ \\t]?${name}[ \\t]`, 'gim')), ({ index }) => lineIndexAt(document, index))
  const found = places.findLast((i) => {
    const [line, next] = [lines[i], lines[i + 1]]
    if (line?.kind !== 'comment') return false
    const text = file.text.slice(line.span.start, line.span.end).replace(/\n$/, '')
    return example.test(text) && (next?.kind !== 'comment' || /^\s*#\s*$/.test(file.text.slice(next.span.start, next.span.end)))
  })
  return found === undefined ? undefined : lines[found]
}

/** Directives that people look for beside each other. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  'bind': ['port', 'protected-mode'],
  'protected-mode': ['bind', 'port'],
  'port': ['bind', 'protected-mode'],
  'unixsocketperm': ['unixsocket'],
  'requirepass': ['masterauth', 'aclfile', 'protected-mode', 'bind', 'port'],
  'masterauth': ['replicaof', 'slaveof', 'requirepass'],
  'user': ['user', 'requirepass', 'protected-mode', 'bind', 'port'],
  'rename-command': ['rename-command', 'requirepass'],
  'maxmemory-policy': ['maxmemory'],
  'client-output-buffer-limit': ['client-output-buffer-limit'],
}

function kinOf({ lines }: ConfDocument, name: string): ConfLine | undefined {
  for (const kin of KIN[name] ?? []) {
    const found = lines.findLast((line) => line.kind === 'directive' && line.name.value.toLowerCase() === kin)
    if (found !== undefined) return found
  }
  const family = /^(?:tls|enable|acl|client|repl|replica|slowlog|latency|lua)-/.exec(name)?.[0]
  if (family === undefined) return undefined
  return lines.findLast((line) => line.kind === 'directive' && line.name.value.toLowerCase().startsWith(family))
}

function insertBelow({ file }: ConfDocument, { span }: ConfLine, lines: readonly string[]): TextEdit {
  const text = file.text.slice(span.start, span.end)
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return newLines(file, span.end, lines.map((line) => `${indent}${line}`))
}

/** New lines at the end of a file of any kind, with its line ends. */
export function appendLines(file: SourceFile, ...lines: readonly string[]): TextEdit {
  return newLines(file, file.text.length, lines)
}

/** `at` is the start of a line, or the end of a file whose last line may be open; then it stays open. */
function newLines({ path, text }: SourceFile, at: number, lines: readonly string[]): TextEdit {
  const end = lineEnd(text)
  const isOpen = at > 0 && text[at - 1] !== '\n'
  return { path, span: { start: at, end: at }, newText: lines.map((line) => (isOpen ? `${end}${line}` : `${line}${end}`)).join('') }
}

/** The end of a line; of one that has none, the end that the first line of the file has. */
export function lineEndOf(text: string, { start, end }: Span): '\r\n' | '\n' {
  const line = text.slice(start, end)
  if (line.endsWith('\n')) return line.endsWith('\r\n') ? '\r\n' : '\n'
  return lineEnd(text)
}

function lineEnd(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}
