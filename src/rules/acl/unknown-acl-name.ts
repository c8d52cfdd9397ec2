import type { AclRule } from '../../parser/acl-tree.ts'
import { quoted } from '../quoted.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { nearest } from '../startup/meant-name.ts'
import { isKnownElsewhere, refusedRules, type RefusedRule } from './refused-rules.ts'

export const unknownAclName: Rule = {
  meta: {
    id: 'unknown-acl-name',
    summary: 'a rule names a command or a category that this release does not have',
    category: 'acl',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'repair',
    why: `A server does not start with a user whose rules name a command it does not have. Commands are named as the release names them, whatever
\`rename-command\` says, and those of modules only where the module is loaded.`,
    fixing: 'Where one name is near, it takes the place of the wrong one.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@raed\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    references: ['CWE-1164', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const refused of refusedRules(context)) {
      const { rule, reason, knownSince } = refused
      if ((rule.kind !== 'command' && rule.kind !== 'category') || !reason.includes('Unknown command or category') || isKnownElsewhere(reason, knownSince)) continue
      yield findingOn(refused, rule, context)
    }
  },
}

function findingOn({ at }: RefusedRule, rule: Extract<AclRule, { kind: 'command' | 'category' }>, { schema }: RuleContext): Finding {
  const { commands } = schema
  const isCategory = rule.kind === 'category'
  const name = isCategory ? rule.category : rule.text.slice(1)
  const near = nearest(name.toLowerCase(), isCategory ? [...commands.categories, 'all'] : commands.names)
  const right = near === null ? null : `${rule.allow ? '+' : '-'}${isCategory ? '@' : ''}${near}`
  return {
    at,
    message: `this release has no ${isCategory ? 'category' : 'command'} ${quoted(name)}, so the server does not start${right === null ? '' : `; \`${right}\` may be meant`}`,
    ...(right === null ? { advice: 'Remove the rule, or load the module that brings the command' } : { fix: fixOf(at, right) }),
  }
}

function fixOf({ path, span }: Finding['at'], right: string): Fix {
  return {
    title: `Write \`${right}\``,
    kind: 'repair',
    consequence: 'The server starts, and the rule does what it seems to mean.',
    edits: [{ path, span, newText: right }],
  }
}
