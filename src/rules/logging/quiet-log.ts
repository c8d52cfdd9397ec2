import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const quietLog: Rule = {
  meta: {
    id: 'quiet-log',
    summary: 'the log leaves out what an intruder leaves behind',
    category: 'logging',
    severity: 'info',
    preset: 'recommended',
    fix: 'hardening',
    why: `At \`warning\` or \`nothing\` the log says neither who connected as a replica, nor that the configuration was rewritten, nor that a snapshot
was written where: what one looks for after an incident.`,
    fixing: `Says \`notice\`, the default. The log grows by a few lines an hour.`,
    bad: 'loglevel warning\n',
    good: 'loglevel notice\n',
    references: ['CWE-778'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'loglevel',
    when: (value) => value === 'warning' || value === 'nothing',
    message: 'at `{value}` the log says nothing of replicas that connect, settings that change and snapshots that are written',
    fix: {
      value: 'notice',
      title: 'Log what happens',
      consequence: 'The log grows by a few lines an hour.',
    },
  }),
}
