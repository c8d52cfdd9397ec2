import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const latencyMonitorOff: Rule = {
  meta: {
    id: 'latency-monitor-off',
    summary: 'nobody records what blocks the server',
    category: 'logging',
    severity: 'info',
    preset: 'strict',
    fix: 'hardening',
    why: `One slow command blocks everybody. The latency monitor keeps when that happened and by what kind of work (a fork, a command, expiry); with
a threshold of 0 it is off, and after an outage there is nothing to look at.`,
    fixing: `Says \`latency-monitor-threshold 100\`: what took 100 milliseconds or more is counted.`,
    bad: 'latency-monitor-threshold 0\n',
    good: 'latency-monitor-threshold 100\n',
    references: ['CWE-778'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'latency-monitor-threshold',
    when: (value) => value === '0',
    message: 'what blocks the server is not recorded',
    fix: {
      value: '100',
      title: 'Record what takes 100 ms or more',
      consequence: 'A few kilobytes of memory.',
    },
  }),
}
