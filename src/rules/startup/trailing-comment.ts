import type { ConfLine, Directive } from '../../parser/conf-tree.ts'
import { lineAt } from '../../parser/line-at.ts'
import { releaseName } from '../release-name.ts'
import { lineEndOf } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { commentWord } from './comment-words.ts'
import { repair } from './repair.ts'

export const trailingComment: Rule = {
  meta: {
    id: 'trailing-comment',
    summary: 'a comment behind a directive is taken for arguments',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `Servers know comments only as whole lines: in \`bind 10.0.1.10   # private\` the words \`#\` and \`private\` are two more addresses to listen on. Most
such lines stop the server; some, such as \`save 900 1 # often\` up to 6.2, are passed over without a word, and the setting is lost.`,
    fixing: 'The comment moves to a line of its own above the directive. Nothing else changes.',
    bad: 'bind 127.0.0.1   # private\n',
    good: '# private\nbind 127.0.0.1\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { project, schema } = context
    const refused = refusedLines(context)
    for (const [path, document] of project.confs) {
      for (const line of document.lines) {
        if (line.kind !== 'directive') continue
        const at = commentWord(line, schema)
        const first = at === null ? undefined : line.args[at]
        const last = line.args.at(-1)
        if (at === null || first === undefined || last === undefined) continue
        yield {
          at: { path, span: { start: first.span.start, end: last.span.end } },
          message: `only a whole line can be a comment: ${releaseName(schema.release)} takes these words for arguments of \`${line.name.value}\` ${refused.has(keyOf(path, line)) ? 'and refuses them' : 'and says nothing'}`,
          fix: fixOf(path, line, at, document.file.text),
        }
      }
    }
  },
}

/** Where the lines begin that the server refuses, by file. */
function refusedLines({ server, project }: RuleContext): ReadonlySet<string> {
  return new Set(server.problems.map(({ path, span }) => {
    const document = project.confs.get(path)
    return keyOf(path, document === undefined ? undefined : lineAt(document, span.start))
  }))
}

const keyOf = (path: string, line: ConfLine | undefined): string => `${line?.span.start ?? -1} ${path}`

function fixOf(path: string, line: Directive, at: number, text: string): Fix {
  const kept = line.args[at - 1]?.span.end ?? line.name.span.end
  const end = line.args.at(-1)?.span.end ?? kept
  const comment = text.slice(line.args[at]?.span.start ?? end, end)
  const indent = text.slice(line.span.start, line.name.span.start)
  const eol = lineEndOf(text, line.span)
  return repair('Move the comment above', 'The line does what it says; the comment stands above it.',
    { path, span: { start: line.span.start, end: line.span.start }, newText: `${indent}${comment}${eol}` },
    { path, span: { start: kept, end }, newText: '' })
}
