import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const crashesTheServer: Rule = {
  meta: {
    id: 'crashes-the-server',
    summary: 'this release dies of the line instead of refusing it',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'none',
    why: `Some mistakes meet no check but an assertion or a null pointer: \`rename-command config|get x\` from 7.0 on, \`hz 0\` in 6.0, an unclosed \`(\` in an
ACL file. The process ends by a signal, and what it prints is a stack trace.`,
    fixing: 'None: what the line was to do is yours to say.',
    bad: 'rename-command config|get ""\n',
    good: 'rename-command CONFIG ""\n',
    references: ['CWE-617'],
  },

  *check({ server, schema }: RuleContext): Iterable<Finding> {
    for (const problem of server.problems) {
      // A cycle of includes has a rule of its own.
      if (!problem.crash || problem.code === 'include-cycle') continue
      yield {
        at: problem,
        message: `${releaseName(schema.release)} crashes here instead of saying what is wrong${detail(problem.message)}`,
        advice: problem.message.includes('ASSERTION') ? 'Subcommands can\'t be renamed: rename the whole command, or take the right away with an ACL rule.' : 'Take the line out, or correct it.',
      }
    }
  },
}

const detail = (message: string): string => (message.includes('ASSERTION') ? ' (an assertion fails)' : message === '' ? '' : ` (${message.toLowerCase().replace(/\.$/, '')})`)
