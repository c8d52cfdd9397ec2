import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const hugeQueryBuffer: Rule = {
  meta: {
    id: 'huge-query-buffer',
    summary: 'one client may send a request larger than the default limit',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'hardening',
    why: `A request is kept in memory until it is complete. \`client-query-buffer-limit\` is all that keeps one client from filling the memory with a
request that never ends; the default is one gigabyte.`,
    fixing: `Says \`1gb\`, the default. Clients that send larger requests are disconnected; values can't be larger than 512 MB anyway unless
\`proto-max-bulk-len\` says so.`,
    bad: 'client-query-buffer-limit 8gb\n',
    good: 'client-query-buffer-limit 64mb\n',
    references: ['CWE-770'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'client-query-buffer-limit',
    when: (value) => Number(value) > 2 ** 30,
    message: 'one client may make the server keep a request of {value} bytes in memory',
    fix: {
      value: '1gb',
      title: 'Limit a request to 1 GB',
      consequence: 'Clients that send larger requests are disconnected.',
    },
  }),
}
