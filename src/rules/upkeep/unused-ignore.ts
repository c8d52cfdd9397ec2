import { removeComment } from '../directive-edits.ts'
import type { Ignore } from '../ignore-comment.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const unusedIgnore: Rule = {
  meta: {
    id: 'unused-ignore',
    summary: 'an ignore comment hides nothing',
    category: 'upkeep',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    late: true,
    fix: 'safe',
    why: `What it was to hide is gone, or never was: the finding was mended, the line moved, or the rule's name is misspelled. Left standing, the
comment hides the same weakness when it comes back, with a reason that nobody checks any more.`,
    fixing: 'Takes the comment away, if none of its rules hides anything.',
    bad: '# redis-conf-lint: ignore wildcard-bind -- behind the network policy\nbind 127.0.0.1\n',
    good: '# redis-conf-lint: ignore wildcard-bind -- behind the network policy\nbind 0.0.0.0\n',
    references: [],
  },

  *check({ ignores, ruleIds, activeRules, project }: RuleContext): Iterable<Finding> {
    for (const ignore of ignores) {
      if (ignore.state !== 'in-force') continue
      const idle = ignore.rules.filter(({ id }) => !ignore.used.has(id) && (activeRules.has(id) || !ruleIds.has(id)))
      for (const { id, at } of idle) {
        yield {
          at,
          message: ruleIds.has(id) ? `nothing here is hidden by this ignore: ${id} has no finding ${placeOf(ignore)}` : `there is no rule of this name, so the ignore hides nothing`,
          ...(idle.length === ignore.rules.length
            ? { fix: removeComment(project, ignore) }
            : { advice: 'Take the name off the comment' }),
        }
      }
    }
  },
}

function placeOf({ covers, at }: Ignore): string {
  if (covers === null) return 'below it'
  return covers.start === 0 && covers.end > at.span.end ? 'in this file' : 'on the line below'
}
