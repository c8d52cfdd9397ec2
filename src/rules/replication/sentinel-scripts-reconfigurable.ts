import type { Finding, Rule, RuleContext } from '../rule.ts'
import { sentinelLines } from './sentinel-lines.ts'

export const sentinelScriptsReconfigurable: Rule = {
  meta: {
    id: 'sentinel-scripts-reconfigurable',
    summary: 'a command may choose which program the sentinel runs',
    category: 'replication',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['sentinel'],
    fix: 'hardening',
    why: `\`SENTINEL SET NAME notification-script PATH\` names a program that the sentinel runs at the next event. With \`deny-scripts-reconfig no\`
whoever may send commands to it chooses that program. Since Redis 5 this is refused unless the file says otherwise.`,
    fixing: 'Says `yes`. Scripts are named in the file only.',
    bad: 'sentinel monitor mymaster 10.0.0.4 6379 2\nsentinel deny-scripts-reconfig no\n',
    good: 'sentinel monitor mymaster 10.0.0.4 6379 2\nsentinel deny-scripts-reconfig yes\n',
    references: ['CWE-78'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const line = sentinelLines(context).findLast(({ statement }) => statement === 'deny-scripts-reconfig')
    const value = line?.args[0]
    if (line === undefined || value?.value.toLowerCase() !== 'no') return
    yield {
      at: { path: line.use.path, span: value.span },
      message: 'whoever may send commands to this sentinel chooses a program that it runs',
      fix: {
        title: 'Refuse to change scripts by command',
        kind: 'hardening',
        consequence: 'Scripts can be named in the file only.',
        live: 'needs a restart',
        edits: [{ path: line.use.path, span: value.span, newText: 'yes' }],
      },
    }
  },
}
