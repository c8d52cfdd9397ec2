import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const renameToExistingCommand: Rule = {
  meta: {
    id: 'rename-to-existing-command',
    summary: 'rename-command gives a command the name of another',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'The server stops at the line, in whatever case the name is written. A name is free once its own command was renamed or removed further up.',
    fixing: 'None: a secret name is yours to choose; `""` removes the command.',
    bad: 'rename-command FLUSHALL get\n',
    good: 'rename-command FLUSHALL ""\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem } of refusals(context, 'rename-to-existing-command')) {
      yield {
        at: problem,
        message: `${releaseName(context.schema.release)} stops at this line: another command has this name`,
        advice: 'Write `""` to remove the command, or a long random name.',
      }
    }
  },
}
