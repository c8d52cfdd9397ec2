import type { MalformedLine } from '../../parser/conf-tree.ts'
import { splitWords } from '../../parser/index.ts'
import { releaseName } from '../release-name.ts'
import { lineEndOf } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext, TextEdit } from '../rule.ts'
import { isDamaged } from './damaged-line.ts'
import { repair, WILL_START } from './repair.ts'

export const unbalancedQuotes: Rule = {
  meta: {
    id: 'unbalanced-quotes',
    summary: 'a quote is never closed, or text is glued to a closing one',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `A quote may open in the middle of a word, so \`it's\` opens one, and behind a closing quote a blank must follow. The server stops at the
line with "Unbalanced quotes in configuration line".

Guides print \`rename-command FLUSHDB ""rename-command FLUSHALL ""\` as one line. A server that does not start is soon started without the file, and
then nothing in it protects anything.`,
    fixing: 'Where two directives or a comment are glued to a closing quote, they get lines of their own; a quote within a lone word is put into quotes. Anything else is left for you.',
    bad: 'rename-command FLUSHDB ""rename-command FLUSHALL ""\n',
    good: 'rename-command FLUSHDB ""\nrename-command FLUSHALL ""\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { project, schema } = context
    const seen = new Set<MalformedLine>()
    for (const step of project.steps) {
      const document = step.kind === 'malformed' ? project.confs.get(step.path) : undefined
      if (step.kind !== 'malformed' || document === undefined || seen.has(step.node) || isDamaged(step.node, document, schema)) continue
      seen.add(step.node)
      const { path, node } = step
      const fix = fixOf(context, path, node, document.file.text)
      yield {
        at: { path, span: node.problem.span },
        message: `${reason(node, document.file.text)}: ${releaseName(schema.release)} stops at this line`,
        ...(fix === null ? { advice: 'Put the whole value in double quotes, and a backslash before each double quote in it.' } : { fix }),
      }
    }
  },
}

function reason(line: MalformedLine, text: string): string {
  if (isOpenEnd(line, text)) return 'this file has no line end behind its last line, so the next file of the pattern is glued to the quote'
  return line.problem.kind === 'text-after-quote' ? 'text follows a closing quote' : 'the quote that opens here is never closed'
}

/** The text behind the quote is that of another file: what a pattern matches is read as one text. */
const isOpenEnd = ({ problem }: MalformedLine, text: string): boolean =>
  problem.kind === 'text-after-quote' && problem.span.start >= text.length

function fixOf(context: RuleContext, path: string, line: MalformedLine, text: string): Fix | null {
  const { problem, span, words } = line
  if (isOpenEnd(line, text)) return repair('End the last line', WILL_START, { path, span: { start: text.length, end: text.length }, newText: '\n' })
  const end = span.start + text.slice(span.start, span.end).trimEnd().length
  const eol = lineEndOf(text, span)
  if (problem.kind === 'text-after-quote') return takenApart(context, { path, line, end, eol }, text)
  const last = words.at(-1)?.span.end
  const word = last === undefined ? undefined : /^\s*(\S+)$/.exec(text.slice(last, end))?.[1]
  return word === undefined ? null : lastWordMended(path, word, end)
}

interface Glued { readonly path: string; readonly line: MalformedLine; readonly end: number; readonly eol: string }

/** What is glued to a quote and can stand alone: a comment, another directive. */
function takenApart(context: RuleContext, { path, line: { problem, span }, end, eol }: Glued, text: string): Fix | null {
  const at = problem.span.start
  const rest = text.slice(at, end)
  const cut = (newText: string, stop: number): TextEdit => ({ path, span: { start: at, end: stop }, newText })
  if (rest.startsWith('#')) {
    return repair('Move the comment above', WILL_START, { path, span: { start: span.start, end: span.start }, newText: `${rest}${eol}` }, cut('', end))
  }
  return isDirective(rest, context) ? repair('Give each directive a line of its own', WILL_START, cut(eol, at)) : null
}

/** A quote at the beginning of the last word lacks its other end; one within it is an apostrophe. */
function lastWordMended(path: string, word: string, end: number): Fix | null {
  if (word.length < 2 || /["\\]/.test(word.slice(1))) return null
  const insert = (at: number, newText: string): TextEdit => ({ path, span: { start: at, end: at }, newText })
  if (/^['"]/.test(word)) return repair('Close the quote', WILL_START, insert(end, word.charAt(0)))
  return repair('Put the word in quotes', WILL_START, insert(end - word.length, '"'), insert(end, '"'))
}

/** What follows the quote is, to its end, a line of its own. It may be glued again: that is the next pass. */
function isDirective(text: string, { schema }: RuleContext): boolean {
  const [name, ...args] = splitWords(text, schema.dialect).words
  return name !== undefined && args.length > 0 && schema.directive(name.value) !== null
}
