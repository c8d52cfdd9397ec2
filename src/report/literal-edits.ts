import type { Diagnostic, Range } from '../diagnostic.ts'
import { decodeForDisplay, positionAt } from '../parser/index.ts'
import type { TextEdit } from '../rules/rule.ts'
import { serverOf, type LintReport } from './lint-report.ts'

export interface LiteralEdit extends Range {
  readonly newText: string
}

/** Where an edit stands. */
export function rangeOfEdit({ path, span }: TextEdit, report: LintReport): Range {
  const project = serverOf(report, path)?.project
  const file = (project?.confs.get(path) ?? project?.acls.get(path))?.file ?? { path, text: '' }
  return { path, start: positionAt(file, span.start), end: positionAt(file, span.end) }
}

/** The edits of a fix that can be handed on as they are: all of them, or none if one writes a secret or a value that is still to come. */
export function literalEdits({ fix }: Diagnostic, report: LintReport): readonly LiteralEdit[] {
  const edits = fix?.edits ?? []
  if (edits.some(({ newText, secret }) => secret === true || newText.includes('{{'))) return []
  return edits.map((edit) => ({ ...rangeOfEdit(edit, report), newText: decoded(edit.newText) }))
}

/** Line ends stay line ends. */
const decoded = (text: string): string => text.split(/(\r?\n)/).map((part) => (part.endsWith('\n') ? part : decodeForDisplay(part))).join('')
