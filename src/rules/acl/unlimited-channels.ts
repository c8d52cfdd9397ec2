import type { LoadedUser } from '../../model/acl/index.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { aboutUsers, isLimited, mayRun, named, placeOf, ruleAt, usersThatLogIn } from './users.ts'

const LISTENS_OR_SPEAKS = ['subscribe', 'psubscribe', 'publish', 'ssubscribe', 'spublish']

export const unlimitedChannels: Rule = {
  meta: {
    id: 'unlimited-channels',
    summary: 'a user with limited commands may listen and publish on every channel',
    category: 'acl',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'none',
    why: `Channels carry what applications tell each other: sessions that end, caches to drop, jobs to run. With \`&*\` a user hears all of it, and can
say it too, in the name of any other. The notifications of key changes (\`__keyspace@0__:…\`) are channels as well.`,
    fixing: 'Which channels a user needs no file tells. `redis-conf-lint acl FILE minimize USER --log FILE` finds those it really uses.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* &* +@read +@pubsub\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* resetchannels &app:* +@read +@pubsub\n',
    references: ['CWE-732', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (!context.schema.has('acl-channels')) return
    yield* aboutUsers(usersThatLogIn(context), (user) => findingOn(user, context), isLimited(context))
  },
}

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  if (!user.outline.allChannels || !LISTENS_OR_SPEAKS.some((name) => mayRun(user, name))) return null
  const rule = user.rules.findLast(({ text }) => /^(?:&\*|allchannels)$/i.test(text))
  return {
    at: rule === undefined ? placeOf(context, user) : ruleAt(user, rule, context),
    message: `${named(user)} may listen and publish on every channel${rule === undefined ? ', as users do here unless a rule says otherwise' : ''}`,
    advice: 'Give it the channels it uses, e.g. `resetchannels &app:*`',
  }
}
