import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { BYTE_ORDER_MARK } from './damaged-line.ts'
import { repair, WILL_START } from './repair.ts'

export const byteOrderMark: Rule = {
  meta: {
    id: 'byte-order-mark',
    summary: 'the file begins with a UTF-8 byte order mark',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `Some editors, most of them on Windows, put three invisible bytes before the text. To the server they are part of the first word: a comment is
no comment any more, and a directive is one that it does not know.`,
    fixing: 'The three bytes are removed.',
    bad: '\u00ef\u00bb\u00bfmaxmemory 100mb\n',
    good: 'maxmemory 100mb\n',
    references: ['https://www.unicode.org/faq/utf_bom.html'],
  },

  *check({ project, schema }: RuleContext): Iterable<Finding> {
    for (const [path, { file }] of project.confs) {
      if (!file.text.startsWith(BYTE_ORDER_MARK)) continue
      const span = { start: 0, end: BYTE_ORDER_MARK.length }
      yield {
        at: { path, span },
        message: `${releaseName(schema.release)} reads the invisible bytes before this text as part of its first word, and knows no such directive`,
        fix: repair('Remove the byte order mark', WILL_START, { path, span, newText: '' }),
      }
    }
  },
}
