import type { DirectiveUse } from '../model/project.ts'
import type { TextEdit } from './rule.ts'

/** Replaces all arguments of a line; its name, indentation and line end stay. */
export function replaceArguments(use: DirectiveUse, args: string): TextEdit {
  const { name, args: words } = use.node
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) {
    return { path: use.path, span: { start: name.span.end, end: name.span.end }, newText: ` ${args}` }
  }
  return { path: use.path, span: { start: first.span.start, end: last.span.end }, newText: args }
}
