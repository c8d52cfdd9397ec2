import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const writableReplica: Rule = {
  meta: {
    id: 'writable-replica',
    summary: 'a replica takes writes of its own',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Writes to a replica are seen there and nowhere else, and vanish with the next full synchronisation: readers get what the primary never
had. An attacker uses it to plant keys or scripts on the one server that is watched less. Some flaws in replication (CVE-2026-23631) need
it.`,
    fixing: `Says \`yes\`. Clients that write to this replica get an error; let them write to the primary.`,
    bad: 'replica-read-only no\nreplicaof 127.0.0.1 6380\n',
    good: 'replica-read-only yes\nreplicaof 127.0.0.1 6380\n',
    references: ['CWE-284', 'CVE-2026-23631'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'replica-read-only',
    when: (value) => value === 'no',
    message: 'writes to this replica are seen here only, and vanish with the next full synchronisation',
    fix: {
      value: 'yes',
      title: 'Refuse writes while it is a replica',
      consequence: 'Clients that write to this replica get an error.',
    },
  }),
}
