import type { LoadedUser } from '../../model/acl/index.ts'
import { listed } from '../commands/closing-commands.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, appendRules, isDoer, isLimited, isOwnRule, liveRules, mayRun, named, placeOf, ruleAt, ruleGranting, shownRule, usersThatLogIn } from './users.ts'

/** Of containers the subcommand that does the harm. */
const DANGEROUS = [
  'flushall', 'flushdb', 'config', 'config|set', 'debug', 'module', 'module|load', 'shutdown', 'replicaof', 'slaveof', 'migrate',
  'keys', 'save', 'bgsave', 'bgrewriteaof', 'acl', 'acl|setuser',
]

export const dangerousCommandGranted: Rule = {
  meta: {
    id: 'dangerous-command-granted',
    summary: 'a user that is no administrator may run commands that wipe, reconfigure or stop the server',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'hardening',
    why: `Categories hold more than their names say: \`+@write\` brings FLUSHALL and FLUSHDB, which wipe every key and not only those the user may
touch, \`+@read\` and \`+@keyspace\` bring KEYS, which stops the server for as long as it takes, \`+@slow\` brings SHUTDOWN and CONFIG.
Key patterns do not help: these commands name no key.

An application that is taken over hands all this to the attacker. Administrators are named in the configuration of the linter (\`adminUsers\`).`,
    fixing: 'The commands are taken away one by one at the end of the line (`-flushall -keys …`); all else stays as it is.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* -@all +@read +@write\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* -@all +@read +@write -@dangerous\n',
    references: ['CWE-749', 'CWE-250', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const concerns = isLimited(context)
    yield* aboutUsers(usersThatLogIn(context), (user) => findingOn(user, context), (user) => user.name !== 'default' && concerns(user))
  },
}

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  const granted = DANGEROUS.filter((name) => isDoer(name, user) && mayRun(user, name))
  const [first] = granted
  if (first === undefined) return null
  const rule = ruleGranting(user, first)
  const own = granted.map((name) => ruleGranting(user, name)).every((each) => each !== null && isOwnRule(user, each))
  return {
    at: rule === null ? placeOf(context, user) : ruleAt(user, rule, context),
    message: `${named(user)} may run ${listed(granted.map(shown))}${rule === null ? '' : ` through ${shownRule(rule)}`}`,
    ...(own ? { fix: fixOf(user, granted, context) } : { advice: 'Take them out of the selector' }),
  }
}

const shown = (name: string): string => name.replace('|', ' ').toUpperCase()

function fixOf(user: LoadedUser, granted: readonly string[], context: RuleContext): Fix {
  const rules = granted.map((name) => `-${name}`).join(' ')
  return {
    title: `Take ${listed(granted.map(shown))} from ${named(user)}`,
    kind: 'hardening',
    consequence: `${named(user)} can no longer run these commands; everything else it may do stays.`,
    live: liveRules(user, rules),
    edits: [appendRules(user, rules, context)],
  }
}
