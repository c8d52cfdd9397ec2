import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const userDataInLog: Rule = {
  meta: {
    id: 'user-data-in-log',
    summary: 'keys and values may be written to the log',
    category: 'logging',
    severity: 'info',
    preset: 'strict',
    fix: 'hardening',
    why: `When the server crashes, or refuses a dump, it logs the command at hand with its arguments: keys, values, tokens of your users, in a file
that is copied to log servers and tickets. \`hide-user-data-from-log yes\` leaves them out.`,
    fixing: `Says \`yes\`. Reports of crashes say less; switch it off while you look for one.`,
    bad: '# redis-conf-lint: target redis@8.0\nhide-user-data-from-log no\n',
    good: '# redis-conf-lint: target redis@8.0\nhide-user-data-from-log yes\n',
    references: ['CWE-532'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'hide-user-data-from-log',
    when: (value) => value === 'no',
    message: 'keys and values of your users are written to the log when the server crashes or refuses a dump',
    fix: {
      value: 'yes',
      title: 'Leave user data out of the log',
      consequence: 'Reports of crashes say less.',
    },
  }),
}
