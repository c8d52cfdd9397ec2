import type { ConfDocument, ConfLine } from '../parser/conf-tree.ts'
import type { DirectiveUse, Project } from '../model/project.ts'
import type { RuleContext, TextEdit } from './rule.ts'

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
export function removeLine({ confs }: Project, { path, node: { span } }: DirectiveUse): TextEdit {
  const text = confs.get(path)?.file.text ?? ''
  const start = text.slice(span.start, span.end).endsWith('\n') ? span.start : beforeLineEnd(text, span.start)
  return { path, span: { start, end: span.end }, newText: '' }
}

function beforeLineEnd(text: string, lineStart: number): number {
  if (text[lineStart - 1] !== '\n') return lineStart
  return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1
}

/**
 * A new line in the entry file: below the commented-out example of the directive, else below its next
 * of kin, else at the end. Meant for directives that no file of the project has, so that no include
 * undoes it.
 */
export function addDirective({ entry, confs }: Project, name: string, args: string): TextEdit {
  const document = confs.get(entry)
  const line = `${name} ${args}`
  if (document === undefined) return { path: entry, span: { start: 0, end: 0 }, newText: `${line}\n` }
  const neighbour = exampleOf(document, name) ?? kinOf(document, name)
  return neighbour === undefined ? appendLine(document, line) : insertBelow(document, neighbour, line)
}

/** `# requirepass foobared`, with nothing but a blank line, a directive or another example behind it: not the beginning of a sentence. */
function exampleOf({ file, lines }: ConfDocument, name: string): ConfLine | undefined {
  const example = new RegExp(`^[ \\t]*#[ \\t]?${name}[ \\t]+\\S+(?:[ \\t]+\\S+){0,7}[ \\t\\r]*$`, 'i')
  return lines.findLast((line, i) => {
    if (line.kind !== 'comment') return false
    const next = lines[i + 1]
    const text = file.text.slice(line.span.start, line.span.end).replace(/\n$/, '')
    return example.test(text) && (next?.kind !== 'comment' || /^\s*#\s*$/.test(file.text.slice(next.span.start, next.span.end)))
  })
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
  'rename-command': ['rename-command', 'requirepass', 'protected-mode', 'bind', 'port'],
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

function insertBelow({ file }: ConfDocument, { span }: ConfLine, line: string): TextEdit {
  const text = file.text.slice(span.start, span.end)
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const at = { start: span.end, end: span.end }
  if (!text.endsWith('\n')) return { path: file.path, span: at, newText: `${lineEnd(file.text)}${indent}${line}` }
  return { path: file.path, span: at, newText: `${indent}${line}${text.endsWith('\r\n') ? '\r\n' : '\n'}` }
}

function appendLine({ file: { path, text } }: ConfDocument, line: string): TextEdit {
  const span = { start: text.length, end: text.length }
  const isOpen = text !== '' && !text.endsWith('\n')
  return { path, span, newText: isOpen ? `${lineEnd(text)}${line}` : `${line}${lineEnd(text)}` }
}

function lineEnd(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}
