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
    for (const [path, document] of project.confs) {
      for (const line of document.lines) {
        if (line.kind !== 'malformed' || isDamaged(line, document, schema)) continue
        const fix = fixOf(context, path, line, document.file.text)
        yield {
          at: { path, span: line.problem.span },
          message: line.problem.kind === 'text-after-quote'
            ? `text follows a closing quote: ${releaseName(schema.release)} stops at this line`
            : `the quote that opens here is never closed: ${releaseName(schema.release)} stops at this line`,
          ...(fix === null ? { advice: 'Put the whole value in double quotes, and a backslash before each double quote in it.' } : { fix }),
        }
      }
    }
  },
}

function fixOf(context: RuleContext, path: string, { problem, span, words }: MalformedLine, text: string): Fix | null {
  const content = text.slice(span.start, span.end).trimEnd()
  const end = span.start + content.length
  const edit = (start: number, stop: number, newText: string): TextEdit => ({ path, span: { start, end: stop }, newText })
  if (problem.kind === 'text-after-quote') {
    const at = problem.span.start
    const rest = text.slice(at, end)
    const eol = lineEndOf(text, span)
    if (rest.startsWith('#')) return repair('Move the comment above', WILL_START, edit(span.start, span.start, `${rest}${eol}`), edit(at, end, ''))
    return isDirective(rest, context) ? repair('Give each directive a line of its own', WILL_START, edit(at, at, eol)) : null
  }
  const last = words.at(-1)?.span.end ?? span.start
  const word = /^\s*(\S+)$/.exec(text.slice(last, end))?.[1]
  if (word === undefined || words.length === 0 || /["\\]/.test(word.slice(1))) return null
  const start = end - word.length
  if (/^['"]/.test(word)) return word.length > 1 ? repair('Close the quote', WILL_START, edit(end, end, word.charAt(0))) : null
  return repair('Put the word in quotes', WILL_START, edit(start, start, '"'), edit(end, end, '"'))
}

/** What follows the quote is, to its end, a line of its own. It may be glued again: that is the next pass. */
function isDirective(text: string, { schema }: RuleContext): boolean {
  const [name, ...args] = splitWords(text, schema.dialect).words
  return name !== undefined && args.length > 0 && schema.directive(name.value) !== null
}
