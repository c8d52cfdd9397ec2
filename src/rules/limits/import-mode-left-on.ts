import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const importModeLeftOn: Rule = {
  meta: {
    id: 'import-mode-left-on',
    summary: 'the server is told not to expire or evict anything',
    category: 'limits',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `\`import-mode yes\` is meant for the hours of a migration: nothing expires and nothing is evicted, so that the source decides. Left on, keys
with an expiry stay, sessions and tokens outlive their end, and the memory fills up.`,
    fixing: `Says \`no\`. Do so when the import is done: keys that are due expire at once.`,
    bad: '# redis-conf-lint: target valkey@8.1\nimport-mode yes\n',
    good: '# redis-conf-lint: target valkey@8.1\nimport-mode no\n',
    references: ['CWE-613'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'import-mode',
    when: (value) => value === 'yes',
    message: 'nothing expires and nothing is evicted while `import-mode` is on: sessions outlive their end, and memory fills up',
    fix: {
      value: 'no',
      title: 'Let keys expire again',
      consequence: 'Keys that are due expire at once; a migration that is still running has to be over.',
    },
  }),
}
