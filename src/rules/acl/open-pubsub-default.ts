import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, sayDefault, settingFix, valueOf } from '../setting.ts'

export const openPubsubDefault: Rule = {
  meta: {
    id: 'open-pubsub-default',
    summary: 'users may use every channel unless a rule says otherwise',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `\`acl-pubsub-default allchannels\` gives each user every channel to begin with, and so does Redis 6.2 where no line says otherwise. Users
written without a thought of channels then hear and say everything; and a rule such as \`&news\` is refused at start, because all channels are
granted already.`,
    fixing: 'Says `acl-pubsub-default resetchannels`. Users without channel rules can no longer subscribe or publish.',
    bad: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\nacl-pubsub-default allchannels\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\nacl-pubsub-default resetchannels\n',
    references: ['CWE-276', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { server, project } = context
    const declaresUsers = server.uses('user').length > 0 || project.acls.size > 0
    if (valueOf(context, 'acl-pubsub-default') !== 'allchannels' || !declaresUsers) return
    yield {
      at: placeOf(context, 'acl-pubsub-default'),
      message: `\`acl-pubsub-default\` is \`allchannels\`${sayDefault(context, 'acl-pubsub-default')}: each user may listen and publish on every channel unless its rules say otherwise`,
      fix: settingFix(context, 'acl-pubsub-default', 'resetchannels', {
        title: 'Grant channels only where a rule does',
        consequence: 'Users without channel rules can no longer subscribe or publish.',
      }),
    }
  },
}
