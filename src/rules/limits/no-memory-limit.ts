import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const noMemoryLimit: Rule = {
  meta: {
    id: 'no-memory-limit',
    summary: 'nothing limits how much memory the data takes',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `Without \`maxmemory\` the data grows until the kernel kills a process, and it may choose another one than this server. Whoever may write
needs no exploit to stop the machine: a loop of \`SET\` is enough.`,
    fixing: `Set \`maxmemory\` to what the machine can spare, with room for replicas, buffers and the copy that a snapshot makes, and say in
\`maxmemory-policy\` what is to happen when it is reached.`,
    bad: 'maxmemory 0\n',
    good: 'maxmemory 2gb\n',
    references: ['CWE-770'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'maxmemory',
    when: (value) => value === '0',
    message: 'nothing limits the data: it grows until the kernel kills this server or another process',
    advice: 'Set `maxmemory` to what the machine can spare',
  }),
}
