import { removeComment } from '../directive-edits.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const expiredIgnore: Rule = {
  meta: {
    id: 'expired-ignore',
    summary: 'the date of an ignore comment has passed',
    category: 'upkeep',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    late: true,
    fix: 'safe',
    why: `Somebody accepted a risk until a day, and that day is over. From then on the comment hides nothing, and the finding that it hid is back.`,
    fixing: 'Takes the comment away. To go on, write a new date, with a reason that still holds.',
    bad: '# redis-conf-lint: ignore wildcard-bind until=2020-01-31 -- until the move\nbind 0.0.0.0\n',
    good: '# redis-conf-lint: ignore wildcard-bind -- behind the network policy\nbind 0.0.0.0\n',
    references: [],
  },

  *check({ ignores, project }: RuleContext): Iterable<Finding> {
    for (const ignore of ignores) {
      if (ignore.state !== 'expired') continue
      const isDate = /^\d{4}-\d{2}-\d{2}$/.test(ignore.until ?? '')
      yield {
        at: ignore.at,
        message: isDate
          ? `this ignore ended on ${ignore.until ?? ''}: it hides nothing any more`
          : 'the date of this ignore is none (YYYY-MM-DD is): it hides nothing',
        ...(isDate
          ? { fix: removeComment(project, ignore) }
          : { advice: 'Write `until=YYYY-MM-DD`' }),
      }
    }
  },
}
