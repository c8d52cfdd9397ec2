import type { LoadedUser } from '../../model/acl/index.ts'
import { deadRules, type DeadRule } from '../../model/acl/dead-rules.ts'
import { listed } from '../commands/closing-commands.ts'
import type { Finding, Rule, RuleContext, TextEdit } from '../rule.ts'
import { aboutUsers, named, placeOf, ruleAt, shownRule, usersOf } from './users.ts'

export const deadAclRule: Rule = {
  meta: {
    id: 'dead-acl-rule',
    summary: 'a rule of a user is undone by a later one',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'safe',
    why: `Rules are applied from left to right, and the last word counts: \`-@dangerous +@all\` grants everything, \`+get -@read\` does not grant GET, and
\`reset\` forgets all that stands before it. Who reads the line sees a restriction that is not there, or a right that is not.`,
    fixing: 'Rules that do nothing are removed; the user stays as it is. If one was meant, move it behind the one that undoes it instead.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* -@dangerous +@all\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@dangerous\n',
    references: ['CWE-670', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    yield* aboutUsers(usersOf(context), (user) => {
      const [first, ...more] = deadRules(user)
      return first === undefined ? null : findingOn(user, [first, ...more], context)
    })
  },
}

function findingOn(user: LoadedUser, dead: readonly [DeadRule, ...DeadRule[]], context: RuleContext): Finding {
  const [{ rule, undoneBy }, ...more] = dead
  const { path } = placeOf(context, user)
  const [edit, ...edits] = dead.filter(({ leavesNoTrace }) => leavesNoTrace).map((each) => removal(each, path))
  return {
    at: ruleAt(user, rule, context),
    message: more.length === 0 ? `${shownRule(rule)} of ${named(user)} does nothing: ${shownRule(undoneBy)} behind it undoes it`
      : `${listed(dead.map((each) => shownRule(each.rule)))} of ${named(user)} do nothing: rules behind them undo them`,
    related: dead.map((each) => ({ at: { path, span: each.undoneBy.span }, message: `undoes ${shownRule(each.rule)}` })),
    ...(edit === undefined ? { advice: 'Remove it, or move it to the end of the line' } : {
      fix: {
        title: edits.length === 0 ? 'Remove the rule that does nothing' : 'Remove the rules that do nothing',
        kind: 'safe',
        consequence: 'Nothing changes: they have no effect.',
        edits: [edit, ...edits],
      },
    }),
  }
}

/** The blank in front goes with it. */
const removal = ({ rule }: DeadRule, path: string): TextEdit => ({ path, span: { start: rule.span.start - 1, end: rule.span.end }, newText: '' })
