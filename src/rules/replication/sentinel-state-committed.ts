import type { Finding, Rule, RuleContext } from '../rule.ts'
import { sentinelLines } from './sentinel-lines.ts'

/** What a sentinel writes into its file by itself. */
const STATE: ReadonlySet<string> = new Set([
  'myid', 'config-epoch', 'leader-epoch', 'current-epoch', 'known-replica', 'known-slave', 'known-sentinel',
])

export const sentinelStateCommitted: Rule = {
  meta: {
    id: 'sentinel-state-committed',
    summary: 'the file holds what a running sentinel wrote into it',
    category: 'replication',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['sentinel'],
    fix: 'none',
    why: `A sentinel keeps its state in its configuration file: its id, the servers and sentinels it knows, how often it failed over. A file with such
lines that is copied to a second machine makes two sentinels with one id, which take each other for themselves and can't agree; and one that is
rolled out again brings back servers that are gone.`,
    fixing: 'Keep a file without these lines as the source, and let each sentinel write into a copy of its own.',
    bad: 'sentinel monitor mymaster 10.0.0.4 6379 2\nsentinel known-replica mymaster 10.0.0.5 6379\n',
    good: 'sentinel monitor mymaster 10.0.0.4 6379 2\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const state = sentinelLines(context).filter(({ statement }) => STATE.has(statement))
    const [first] = state
    if (first === undefined) return
    const { path, node } = first.use
    const others = state.length > 1 ? `, as ${state.length - 1} more ${state.length === 2 ? 'does' : 'do'}` : ''
    yield {
      at: { path, span: { start: node.name.span.start, end: node.args[0]?.span.end ?? node.name.span.end } },
      message: `a running sentinel wrote this line${others}: copied to another machine, it makes a sentinel that takes others for itself`,
      advice: 'Take these lines out of the file that is rolled out',
    }
  },
}
