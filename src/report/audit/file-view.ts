import type { Diagnostic } from '../../diagnostic.ts'
import type { Project } from '../../model/project.ts'
import type { LineChange } from '../../fixer/line-changes.ts'
import type { AclDocument } from '../../parser/acl-tree.ts'
import type { ConfDocument } from '../../parser/conf-tree.ts'
import { placeOf } from '../concise.ts'
import { hunksOf, linesOf, type HunkLine } from '../hunks.ts'
import { shownLines } from '../source-line.ts'
import { html, type Markup } from './markup.ts'

/** A file with what was found written below the lines it was found in. */
export function fileView(document: ConfDocument | AclDocument, found: readonly Diagnostic[], project: Project): Markup {
  const byLine = new Map<number, Diagnostic[]>()
  for (const diagnostic of found) byLine.set(diagnostic.start.line, [...(byLine.get(diagnostic.start.line) ?? []), diagnostic])
  const lines = shownLines(document, project)
  return html`<h3>${placeOf(document.file.path)}</h3>
<ol class="file">${lines.map((text, i) => line(text, i + 1, byLine.get(i + 1) ?? []))}</ol>`
}

function line(text: string, number: number, found: readonly Diagnostic[]): Markup {
  const marked = found.length > 0 ? html` class="marked"` : null
  return html`<li${marked}><span class="number">${number}</span>${text}</li>
${found.map(({ severity, rule, message }) => html`<li class="finding"><span class="tag ${severity === 'error' ? 'bad' : 'warn'}">${severity}</span> ${message} <span class="why">(${rule})</span></li>
`)}`
}

/** Lines as people may see them, before and after. */
export interface DiffView {
  readonly path: string
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly changes: readonly LineChange[]
}

const AROUND = 2

/** Before and after, with two lines around each change. */
export function diffView(view: DiffView): Markup {
  const hunks = hunksOf(view.changes, AROUND, view.before.length)
  return html`<h3>${placeOf(view.path)}</h3>
<ol class="diff">${hunks.map((hunk) => html`<li class="gap">⋯</li>${linesOf(hunk).map((line) => changed(line, view))}`)}</ol>`
}

const SIGN: Readonly<Record<HunkLine['kind'], string>> = { same: ' ', removed: '−', added: '+' }

function changed({ kind, index }: HunkLine, { before, after }: DiffView): Markup {
  const text = (kind === 'added' ? after : before)[index] ?? ''
  return html`<li class="${kind}">${SIGN[kind]} ${kind === 'same' ? text : kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`}</li>
`
}
