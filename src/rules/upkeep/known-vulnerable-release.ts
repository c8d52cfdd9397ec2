import { advisoriesFor, type Advisory } from '../../schema/index.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { startOf } from '../setting.ts'

const WORST: readonly Advisory['severity'][] = ['critical', 'high']

export const knownVulnerableRelease: Rule = {
  meta: {
    id: 'known-vulnerable-release',
    summary: 'flaws of this very patch are known',
    category: 'upkeep',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `Where the target names a patch (\`redis@7.2.5\`), its known flaws are known too, with what closes the way to them: some need a command that an ACL
can take away, as \`-@scripting\` does for the flaws of Lua, some need an upgrade. Distributions mend flaws without changing the upstream
number, so that a target which only names a series, or a package of Debian, is not called vulnerable.`,
    fixing: 'Upgrade to the last patch of the series; until then, write what the advice says into the ACL of everybody who need not be able to do it.',
    bad: '# redis-conf-lint: target redis@7.2.5\nport 6379\n',
    good: '# redis-conf-lint: target redis@7.2\nport 6379\n',
    references: ['CWE-1395'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { release } = context.schema
    const flaws = release.exact ? advisoriesFor(release).filter(({ severity }) => WORST.includes(severity)) : []
    const [worst] = [...flaws].sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity))
    if (worst === undefined) return
    const more = flaws.length > 1 ? ` and ${flaws.length - 1} more flaws of high severity` : ''
    yield {
      at: startOf(context),
      message: `${release.server} ${release.version} has ${worst.id} (${worst.title})${more}`,
      advice: `Upgrade${closures(flaws)}`,
    }
  },
}

/** What closes the way to some of them meanwhile. */
function closures(flaws: readonly Advisory[]): string {
  const ways = new Set(flaws.flatMap(({ closedBy }) => closedBy).map((closure) =>
    closure.kind === 'acl' ? `\`${closure.rules}\` in every ACL` : closure.kind === 'directive' ? `\`${closure.line}\`` : closure.what))
  const shown = [...ways].slice(0, 4)
  return shown.length === 0 ? '' : `; until then, against some of them: ${shown.join(', ')}`
}
