import { removeLine } from '../directive-edits.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'
import { repair } from './repair.ts'

export const clusterWithReplicaof: Rule = {
  meta: {
    id: 'cluster-with-replicaof',
    summary: 'a cluster node has a replicaof line',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: 'In a cluster the nodes themselves agree on who replicates whom (`CLUSTER REPLICATE`). With `cluster-enabled yes` the server refuses a `replicaof` line and exits; 5.0 to 6.2 crash if an include follows the line.',
    fixing: 'The `replicaof` line is taken out. Make the node a replica with `CLUSTER REPLICATE` once it runs.',
    bad: 'cluster-enabled yes\nreplicaof 10.0.0.5 6379\n',
    good: 'cluster-enabled yes\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/scaling/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem, use } of refusals(context, 'cluster-with-replicaof')) {
      if (use === null) continue
      yield {
        at: { path: use.path, span: use.node.name.span },
        message: 'a cluster node takes no master from its file: the server does not start with `cluster-enabled yes` and this line',
        ...(problem.crash ? {} : { fix: repair('Take the line out', 'The node starts as a master without slots until `CLUSTER REPLICATE` is sent to it.', removeLine(context.project, use)) }),
      }
    }
  },
}
