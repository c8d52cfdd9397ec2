import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { lostSavePoints } from './lost-save-points.ts'

export const savePointsLostAfterInclude: Rule = {
  meta: {
    id: 'save-points-lost-after-include',
    summary: 'after an include, each save line replaces the one before',
    category: 'startup',
    severity: 'warning',
    preset: 'recommended',
    fix: 'none',
    why: `Several \`save\` lines make a list, until an \`include\` has been read, even one whose pattern matched nothing: from then on each line starts the list
anew (7.0 and later). Debian's redis.conf for Redis 8 begins with such an include. What is lost is how often your data is saved.`,
    fixing: 'None that is sure: write all points in one line, `save 3600 1 300 100 60 10000`.',
    bad: 'include conf.d/*.conf\nsave 900 1\nsave 300 10\n',
    good: 'include conf.d/*.conf\nsave 900 1 300 10\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { lost, by } of lostSavePoints(context)) {
      yield {
        at: { path: lost.path, span: { start: lost.node.name.span.start, end: lost.node.args.at(-1)?.span.end ?? lost.node.name.span.end } },
        message: `an include stands above, so ${releaseName(context.schema.release)} forgets this point at the next \`save\` line`,
        advice: 'Write all points in one line: `save 3600 1 300 100`.',
        related: [{ at: { path: by.path, span: by.node.name.span }, message: 'the line that starts the list anew' }],
      }
    }
  },
}
