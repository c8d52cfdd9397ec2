import { useInForce } from '../directive-edits.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { startOf, valueOf } from '../setting.ts'

export const noPersistence: Rule = {
  meta: {
    id: 'no-persistence',
    summary: 'nothing is written to disk, and no line says that this is meant',
    category: 'persistence',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `Up to Redis 6.0 the built-in save points vanish as soon as there is a configuration file, whatever stands in it. A file that mentions neither
\`save\` nor \`appendonly\` then keeps everything in memory only, and a restart loses it all.`,
    fixing: 'Say what is meant: `save 3600 1 300 100 60 10000`, one pair a line before Redis 7, or `save ""` for a cache that may lose everything.',
    bad: '# redis-conf-lint: target redis@6.0\nport 6379\n',
    good: '# redis-conf-lint: target redis@6.0\nport 6379\nsave ""\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const isSaid = useInForce(context, 'save') !== undefined || useInForce(context, 'appendonly') !== undefined
    if (isSaid || valueOf(context, 'save') !== '' || valueOf(context, 'appendonly') === 'yes') return
    if (!context.schema.has('save-defaults-vanish')) return
    yield {
      at: startOf(context),
      message: 'no `save` line: in this release a configuration file without one takes no snapshots, and a restart loses all data',
      advice: 'Say `save 3600 1`, or `save ""` if that is meant',
    }
  },
}
