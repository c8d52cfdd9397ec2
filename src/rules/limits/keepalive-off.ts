import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const keepaliveOff: Rule = {
  meta: {
    id: 'keepalive-off',
    summary: 'the server never asks whether a silent client is still there',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'hardening',
    why: `Without TCP keepalive a client whose machine or network died is never missed: its connection stays open, counts towards \`maxclients\`, and
may hold a lock or a blocked command. With it, dead peers are found within minutes, and firewalls do not forget the connections of living
ones.`,
    fixing: `Says \`tcp-keepalive 300\`, the default. Clients notice nothing.`,
    bad: 'tcp-keepalive 0\n',
    good: 'tcp-keepalive 300\n',
    references: ['CWE-772'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'tcp-keepalive',
    when: (value) => value === '0',
    message: 'the connections of clients that are gone are never found out, and count towards `maxclients`',
    fix: {
      value: '300',
      title: 'Look for dead clients every five minutes',
      consequence: 'None for clients; idle connections carry one small packet every five minutes.',
    },
  }),
}
