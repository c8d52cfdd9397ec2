import type { Finding, Rule, RuleContext, TextEdit } from '../rule.ts'
import { loneReturns } from './damaged-line.ts'
import { repair } from './repair.ts'

export const bareCarriageReturns: Rule = {
  meta: {
    id: 'bare-carriage-returns',
    summary: 'lines end in a carriage return only',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `Only a line feed ends a line. With carriage returns alone the whole file is one line, and if it begins with \`#\` it is one comment: the server
starts on its defaults, open to whoever reaches it, and says nothing.`,
    fixing: 'Each bare carriage return becomes a line feed.',
    bad: '# my settings\rrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\r',
    good: '# my settings\nrequirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    references: ['CWE-93'],
  },

  *check({ project }: RuleContext): Iterable<Finding> {
    for (const [path, { file }] of project.confs) {
      if (!file.text.includes('\r')) continue
      const [first, ...more] = Array.from(loneReturns(file.text), (match): TextEdit =>
        ({ path, span: { start: match.index, end: match.index + match[0].length }, newText: '\n' }))
      if (first === undefined) continue
      const isComment = /^[ \t\r]*#/.test(file.text) && !file.text.trimEnd().includes('\n')
      yield {
        at: { path, span: first.span },
        message: isComment
          ? 'the whole file is one comment, since only a line feed ends a line: the server starts on its defaults'
          : 'a carriage return alone ends no line: the server reads what follows as more arguments',
        fix: repair('End each line with a line feed', 'Every line of the file takes effect.', first, ...more),
      }
    }
  },
}
