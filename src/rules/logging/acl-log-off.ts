import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const aclLogOff: Rule = {
  meta: {
    id: 'acl-log-off',
    summary: 'refused logins and commands are not recorded',
    category: 'logging',
    severity: 'info',
    preset: 'recommended',
    fix: 'hardening',
    why: `\`ACL LOG\` lists who tried a wrong password or a command he may not run, from which address: guesses, and applications that were broken
into, show there first. With a length of 0 nothing is kept.`,
    fixing: `Says \`acllog-max-len 128\`, the default. It takes a few kilobytes of memory.`,
    bad: 'acllog-max-len 0\n',
    good: 'acllog-max-len 128\n',
    references: ['CWE-778'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'acllog-max-len',
    when: (value) => value === '0',
    message: 'wrong passwords and refused commands leave no trace in ACL LOG',
    fix: {
      value: '128',
      title: 'Keep the last 128 refusals',
      consequence: 'A few kilobytes of memory.',
    },
  }),
}
