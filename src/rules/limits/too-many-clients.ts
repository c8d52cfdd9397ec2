import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const tooManyClients: Rule = {
  meta: {
    id: 'too-many-clients',
    summary: 'more clients are allowed than the server is made for',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `Every connection takes a file descriptor and, before it has logged in, memory for its buffers. Ten thousand, the default, is more than
most installations ever need; with more, a flood of connections takes memory from the data, and the limit of the process for open files is
what counts in the end.`,
    fixing: `Set \`maxclients\` to some times the number of connections that your applications open.`,
    bad: 'maxclients 100000\n',
    good: 'maxclients 1000\n',
    references: ['CWE-770'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'maxclients',
    when: (value) => Number(value) > 10_000,
    message: '{value} clients may connect at once, each with buffers of its own, before they have logged in',
    advice: 'Set `maxclients` to some times what your applications open',
  }),
}
