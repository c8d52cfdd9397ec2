import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const checksumOff: Rule = {
  meta: {
    id: 'checksum-off',
    summary: 'snapshots are written and read without a checksum',
    category: 'persistence',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `The checksum at the end of a snapshot is what tells a damaged file from a good one. Without it a flipped bit is loaded as data, or crashes
the server later; it costs about a tenth of the time it takes to save and load.`,
    fixing: `Says \`yes\`. Files that were written without a checksum still load.`,
    bad: 'rdbchecksum no\n',
    good: 'rdbchecksum yes\n',
    references: ['CWE-354'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'rdbchecksum',
    when: (value) => value === 'no',
    message: 'a snapshot that was damaged on disk is loaded as if it were good',
    fix: {
      value: 'yes',
      title: 'Write and check the checksum',
      consequence: 'Saving and loading a snapshot takes about a tenth longer.',
    },
  }),
}
