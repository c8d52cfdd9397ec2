import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const predictableHashSeed: Rule = {
  meta: {
    id: 'predictable-hash-seed',
    summary: 'the hash tables use a seed that stands in the file',
    category: 'limits',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `Hash tables are safe from flooding because nobody knows the random seed that decides where a key goes. With a fixed \`hash-seed\`, whoever
knows it (it stands in this file, and \`CONFIG GET\` prints it) can choose keys that all collide, and make simple commands take the time of
the whole table.`,
    fixing: `Take the line away: the server chooses a new seed at each start. Keep it only where the order of SCAN has to be the same on several
servers, and keep it secret.`,
    bad: '# redis-conf-lint: target valkey@9.1\nhash-seed aabbccdd\n',
    good: '# redis-conf-lint: target valkey@9.1\nhash-seed ""\n',
    references: ['CWE-330'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'hash-seed',
    when: (value) => value !== '',
    message: 'the seed of the hash tables is known to whoever reads this file, who can choose keys that all collide',
    advice: 'Take the line away',
  }),
}
