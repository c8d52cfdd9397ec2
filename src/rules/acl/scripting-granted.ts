import type { LoadedUser } from '../../model/acl/index.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, appendRules, isLimited, isDoer, isOwnRule, liveRules, mayRun, named, placeOf, ruleAt, ruleGranting, usersThatLogIn } from './users.ts'

const RUNS_SCRIPTS = ['eval', 'evalsha', 'script', 'script|load', 'function', 'function|load', 'fcall']

export const scriptingGranted: Rule = {
  meta: {
    id: 'scripting-granted',
    summary: 'a user that is no administrator may run scripts in the server',
    category: 'acl',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'hardening',
    why: `Scripts run within the server itself. More than a dozen holes in the Lua interpreter and in the libraries around it let a client that may
run \`EVAL\` read or overwrite the memory of the server, which is to take it over; CVE-2022-0543, CVE-2024-46981 and CVE-2025-49844 are three.

\`-@dangerous -@admin\` does not cover scripting: it is a category of its own.`,
    fixing: 'Adds `-@scripting`. Clients that use EVAL, EVALSHA, FCALL or SCRIPT, and libraries that do so for locks and queues, stop working as this user.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@admin -@dangerous\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@admin -@dangerous -@scripting\n',
    references: ['CWE-749', 'https://github.com/redis/redis/security/advisories'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    yield* aboutUsers(usersThatLogIn(context), (user) => findingOn(user, context), isLimited(context))
  },
}

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  const command = RUNS_SCRIPTS.find((name) => isDoer(name, user) && mayRun(user, name))
  if (command === undefined) return null
  const rule = ruleGranting(user, command)
  return {
    at: rule === null ? placeOf(context, user) : ruleAt(user, rule, context),
    message: `${named(user)} may run scripts with ${command.replace('|', ' ').toUpperCase()}, which run inside the server's process`,
    ...(rule === null || !isOwnRule(user, rule) ? { advice: 'Take scripting out of the selector' } : {
      fix: {
        title: `Take scripting from ${named(user)}`,
        kind: 'hardening',
        consequence: 'EVAL, FCALL and SCRIPT stop working for this user, and with them libraries that use scripts for locks and queues.',
        live: liveRules(user, '-@scripting'),
        edits: [appendRules(user, '-@scripting', context)],
      },
    }),
  }
}
