import type { Project } from '../../model/project.ts'
import type { StartProblem } from '../../model/server-model.ts'
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
    why: `Some mistakes meet no check but an assertion or a null pointer: \`rename-command config|get x\` from 7.0 on, \`hz 0\` or more than 1000 in 6.0, an unclosed \`(\` in an
ACL file. The process ends by a signal, and what it prints is a stack trace.`,
    fixing: 'None: what the line was to do is yours to say.',
    bad: 'rename-command config|get ""\n',
    good: 'rename-command CONFIG ""\n',
    references: ['CWE-617'],
  },

  *check({ server, schema, project }: RuleContext): Iterable<Finding> {
    for (const problem of server.problems) {
      // A cycle of includes has a rule of its own.
      if (!problem.crash || problem.code === 'include-cycle') continue
      yield {
        at: problem,
        message: `${releaseName(schema.release)} crashes here instead of saying what is wrong${detail(problem.message)}`,
        advice: adviceOn(problem, project),
      }
    }
  },
}

function adviceOn({ message, path, span }: StartProblem, { confs }: Project): string {
  if (!message.includes('ASSERTION')) return 'Take the line out, or correct it.'
  const isSubcommand = confs.get(path)?.file.text.slice(span.start, span.end).includes('|') === true
  return isSubcommand ? 'Subcommands can\'t be renamed: rename the whole command, or take the right away with an ACL rule.'
    : 'A built-in module has a command of this name: choose another, or `""` to remove the command.'
}

const detail = (message: string): string => (message.includes('ASSERTION') ? ' (an assertion fails)' : message === '' ? '' : ` (${message.toLowerCase().replace(/\.$/, '')})`)
