import type { DirectiveUse } from '../../model/project.ts'
import { knownWhere, nameIn } from '../../schema/index.ts'
import { removeLine } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'
import { retired } from './retired-directives.ts'

export const notInThisRelease: Rule = {
  meta: {
    id: 'not-in-this-release',
    summary: 'a directive that only other releases know',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `A file written for another release stops the server at the first name it does not know: a newer file on an older server, a Valkey file on
Redis, or a file that was carried along since 2.4.`,
    fixing: `Where this release has the setting under another name, that is written instead. A directive whose feature is gone altogether is taken out.
What only a newer release can do is left: the file may be meant for that one (\`--target\`).`,
    bad: 'vm-enabled no\n',
    good: 'maxmemory 100mb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    for (const { use } of refusals(context, 'unknown-directive', 'unclaimed-module-setting', 'module-setting-without-value')) {
      if (use === null || schema.directive(use.node.name.value) !== null) continue
      const name = use.node.name.value.toLowerCase()
      const known = knownWhere(name)
      const gone = retired(name)
      if (known === null && gone === null) continue
      const replacement = known === null ? gone?.replacement ?? null : nameIn(schema, name)
      const fix = fixOf(context, use, replacement, gone !== null)
      yield {
        at: { path: use.path, span: use.node.name.span },
        message: `${releaseName(schema.release)} has no \`${name}\` and does not start: it is known to ${known ?? 'Redis before 2.8'}`,
        ...(fix === null ? { advice: 'Take the line out, or lint for the release that will read the file: `--target`.' } : { fix }),
        ...(schema.release.newer ? { severity: 'warning', confidence: 'likely' } as const : {}),
      }
    }
  },
}

function fixOf({ project, schema }: RuleContext, use: DirectiveUse, replacement: string | null, isRetired: boolean): Fix | null {
  const here = replacement === null ? null : schema.directive(replacement)?.name ?? null
  if (here !== null) return repair(`Write \`${here}\``, WILL_START, { path: use.path, span: use.node.name.span, newText: here })
  return isRetired ? repair('Take the line out', `${WILL_START} What the line asked for no longer exists.`, removeLine(project, use)) : null
}
