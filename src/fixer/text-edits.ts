import type { TextEdit } from '../rules/rule.ts'

/**
 * Edits of one text. Laws: spans lie within the text and are disjoint; insertions may share a place
 * and then come in the order of the list; the order of the others does not matter.
 */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, 'span' | 'newText'>[]): string {
  let result = ''
  let done = 0
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < done || span.end < span.start || span.end > text.length) throw new Error('unreachable: edits overlap or leave the text')
    result += text.slice(done, span.start) + newText
    done = span.end
  }
  return result + text.slice(done)
}

/** By start; at one place insertions come before what is replaced there. The sort is stable. */
function inOrder<E extends Pick<TextEdit, 'span'>>(edits: readonly E[]): readonly E[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** They can't be applied together: one would undo or garble the other. */
export function doConflict(a: TextEdit, b: TextEdit): boolean {
  if (a.path !== b.path) return false
  const isInsertion = (edit: TextEdit): boolean => edit.span.start === edit.span.end
  if (isInsertion(a) && isInsertion(b)) return insertsLine(a, b)
  return a.span.start < b.span.end && b.span.start < a.span.end
}

/** Two new lines of one directive: the second would replace the first. Lines of different directives may stand together. */
function insertsLine(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && directiveOf(a) === directiveOf(b)
}

function directiveOf({ newText }: TextEdit): string | undefined {
  return newText.trimStart().split(/\s/, 1)[0]?.toLowerCase()
}
