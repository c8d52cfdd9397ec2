import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const writesContinueAfterFailedSave: Rule = {
  meta: {
    id: 'writes-continue-after-failed-save',
    summary: 'writes go on when snapshots can no longer be written',
    category: 'persistence',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `When the disk is full or the folder can't be written, the last snapshot is all that a restart brings back. With \`no\` clients go on writing
and are told that all is well, for hours or months, until the restart.`,
    fixing: `Says \`yes\`. While snapshots fail, writes are answered with an error; where data may be lost at any time, as in a pure cache, say \`save ""\`
instead.`,
    bad: 'stop-writes-on-bgsave-error no\n',
    good: 'stop-writes-on-bgsave-error yes\n',
    references: ['CWE-390'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'stop-writes-on-bgsave-error',
    when: (value) => value === 'no',
    message: 'clients are told that their writes are fine while no snapshot can be written, and lose them at the next restart',
    fix: {
      value: 'yes',
      title: 'Refuse writes while snapshots fail',
      consequence: 'Writes are answered with an error for as long as the last snapshot failed.',
    },
  }),
}
