import type { Finding, Rule, RuleContext, TextEdit } from '../rule.ts'
import { repair } from './repair.ts'

export const nulByte: Rule = {
  meta: {
    id: 'nul-byte',
    summary: 'a NUL byte cuts a line off and glues the next one to it',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `The server reads a line as C text, which ends at a NUL. What follows it in the line is lost, the line end too, so that the next line
becomes its continuation. A file saved as UTF-16 has one behind every letter.`,
    fixing: 'The NUL bytes are removed.',
    bad: 'timeout 5\0\nmaxmemory 100mb\n',
    good: 'timeout 5\nmaxmemory 100mb\n',
    references: ['CWE-158'],
  },

  *check({ project }: RuleContext): Iterable<Finding> {
    for (const [path, { file }] of project.confs) {
      const [first, ...more] = Array.from(nuls(file.text), (start): TextEdit => ({ path, span: { start, end: start + 1 }, newText: '' }))
      if (first === undefined) continue
      const others = more.length === 0 ? '' : ` (${more.length + 1} of them in this file)`
      yield {
        at: { path, span: first.span },
        message: `the server ends the line at this NUL byte${others} and takes the next line for its continuation`,
        advice: 'Save the file as UTF-8 text.',
        fix: repair('Remove the NUL bytes', 'Each line is read as it stands.', first, ...more),
      }
    }
  },
}

function* nuls(text: string): Iterable<number> {
  for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) yield at
}
