import type { Finding, Rule, RuleContext } from '../rule.ts'
import { startOf } from '../setting.ts'
import { closingFix, listed, managesUsers } from './closing-commands.ts'
import { liveDangerousCommands } from './dangerous-commands.ts'

export const dangerousCommandLive: Rule = {
  meta: {
    id: 'dangerous-command-live',
    summary: 'whoever is let in can wipe the data, change settings or stop the server',
    category: 'commands',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `One password, or none, opens everything: \`FLUSHALL\` wipes every database, \`CONFIG SET\` changes where the server writes and who may log in,
\`REPLICAOF\` makes it a copy of the attacker's server, \`MODULE LOAD\` and \`DEBUG\` end in code of his or a crash, \`KEYS\` blocks everybody
for as long as it takes. Applications need none of them. An attacker who got the application's password, or found a way to have it send a
command (SSRF, injection), needs only one.

The rule looks at what the \`default\` user can run: before Redis 6 that is everybody, later whoever logs in without a user name.`,
    fixing: `Where no users are declared, each command is removed with \`rename-command NAME ""\`: nobody has it any more, administrators
included; Sentinel needs \`CONFIG\` and \`REPLICAOF\`, and \`FLUSHALL\` must not stand in an append-only file that is still to be loaded. Where
users are declared, the rules of the \`default\` user get \`-flushall -config …\`, and other users keep what they have. To have administrators
as well, declare users: \`user ops on #… ~* &* +@all\`, and \`user default off\`.`,
    bad: 'requirepass Zp4kY8vQ2mT6xR0cW3nB7hJ5\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@all -@admin -@dangerous\n',
    references: ['CWE-749', 'CWE-250', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/#disallowing-specific-commands'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (context.adminUsers.includes('default')) return
    const live = liveDangerousCommands(context)
    if (live.length === 0) return
    const fix = closingFix(context, live)
    yield {
      at: context.server.users.get('default')?.declaredAt ?? startOf(context),
      message: `whoever is let in${managesUsers(context) ? ' as `default`' : ''} can ${harmOf(live.map(({ name }) => name))} with ${listed(live.map(({ name }) => name.toUpperCase()))}`,
      ...(fix === undefined ? { advice: 'Declare the `default` user with what it needs, or say `user default off`' } : { fix }),
    }
  },
}

const HARMS: readonly (readonly [string, RegExp])[] = [
  ['wipe the data', /^flush/],
  ['change what the server does', /^(?:config|debug|module|replicaof|slaveof|migrate)$/],
  ['stop it', /^shutdown$/],
  ['hold everybody up', /^(?:keys|save|bgsave|bgrewriteaof)$/],
]

function harmOf(names: readonly string[]): string {
  return HARMS.filter(([, commands]) => names.some((name) => commands.test(name))).map(([harm]) => harm).join(', ').replace(/, ([^,]*)$/, ' or $1')
}
