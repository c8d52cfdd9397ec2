import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'

const SWITCHES = [
  { name: 'slowlog-log-slower-than', isOff: (value: string): boolean => value.startsWith('-'), usual: '10000' },
  { name: 'slowlog-max-len', isOff: (value: string): boolean => value === '0', usual: '128' },
]

export const slowLogOff: Rule = {
  meta: {
    id: 'slow-log-off',
    summary: 'slow commands are not recorded',
    category: 'logging',
    severity: 'info',
    preset: 'recommended',
    fix: 'hardening',
    why: `The slow log keeps the commands that held everybody up, with the address they came from: the first place to look when a server hangs, be it
a careless \`KEYS *\` or somebody who tries to stop it.`,
    fixing: 'Sets the default again: the last 128 commands that took 10 milliseconds or more. It takes a few kilobytes of memory.',
    bad: 'slowlog-log-slower-than -1\n',
    good: 'slowlog-log-slower-than 10000\nslowlog-max-len 256\n',
    references: ['CWE-778'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { name, isOff, usual } of SWITCHES) {
      const value = valueOf(context, name, usual)
      if (!isOff(value)) continue
      yield {
        at: placeOf(context, name),
        message: `\`${name} ${value}\` keeps no slow commands, nor who sent them`,
        fix: settingFix(context, name, usual, { title: 'Record slow commands', consequence: 'A few kilobytes of memory.' }),
      }
    }
  },
}
