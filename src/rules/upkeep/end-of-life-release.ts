import { isEndOfLife, lifetimeOf, RELEASES, supportedSeries } from '../../schema/index.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { releaseName } from '../release-name.ts'
import { startOf } from '../setting.ts'

export const endOfLifeRelease: Rule = {
  meta: {
    id: 'end-of-life-release',
    summary: 'the release gets no security repairs any more',
    category: 'upkeep',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `Flaws that are found after the last repair stay open for good, and those found in newer releases are usually in older ones too. No line of a
configuration makes up for that. Distributions mend some old releases on their own: then the package, not this number, tells what is mended.

The rule needs to be told the day, and is silent for the newest release that the linter knows.`,
    fixing: 'Move to a series that is still mended; `redis-conf-lint migrate` says what changes for this file.',
    bad: '# redis-conf-lint: target redis@6.0\nport 6379\n',
    good: '# redis-conf-lint: target redis@7.2\nport 6379\n',
    references: ['CWE-1104', 'https://endoflife.date/redis'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema: { release }, today } = context
    const newest = RELEASES.filter(({ server }) => server === release.server).at(-1)
    if (today === null || release.id === newest?.id || !isEndOfLife(release, today)) return
    yield {
      at: startOf(context),
      message: `${releaseName({ ...release, series: lifetimeOf(release)?.series ?? release.series })} has got no security repairs since ${lifetimeOf(release)?.endOfLife ?? ''}`,
      advice: `Move to ${supportedSeries(release.server, today).join(', ')}, or see that your distribution mends it`,
    }
  },
}
