import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const includeCycle: Rule = {
  meta: {
    id: 'include-cycle',
    summary: 'a file includes itself, perhaps through others',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'No release looks whether a file is being read already. It reads on until its stack is full and dies of a segmentation fault, without a word in its log.',
    fixing: 'None: which of the includes is one too many is yours to say.',
    bad: 'include redis.conf\n',
    good: 'maxmemory 100mb\n',
    references: ['CWE-674'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem } of refusals(context, 'include-cycle')) {
      yield {
        at: problem,
        message: `this file is being read already: ${releaseName(context.schema.release)} includes it again and again and dies of a segmentation fault`,
        advice: 'Take this include out.',
      }
    }
  },
}
