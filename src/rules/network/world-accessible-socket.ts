import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix } from '../setting.ts'

const OTHERS_MAY_WRITE = 0o002

export const worldAccessibleSocket: Rule = {
  meta: {
    id: 'world-accessible-socket',
    summary: 'every user of this machine may connect to the unix socket',
    category: 'network',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `To connect to a unix socket takes the right to write to it. With \`777\` everybody who has a shell here, or code execution in any other
service, talks to the server as a local client: protected mode never applies to sockets, and \`local\` switches are open.`,
    fixing: `Takes the rights of others away and leaves those of owner and group. Clients that run as another user have to join the group of
the server's user.`,
    bad: 'unixsocket /run/redis/redis.sock\nunixsocketperm 777\n',
    good: 'unixsocket /run/redis/redis.sock\nunixsocketperm 770\n',
    references: ['CWE-732', 'CVE-2023-45145'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const listener of context.exposure.listeners) {
      if (listener.kind !== 'unix' || listener.mode === null || (listener.mode & OTHERS_MAY_WRITE) === 0) continue
      const tighter = (listener.mode & 0o770).toString(8)
      yield {
        at: placeOf(context, 'unixsocketperm'),
        message: `\`${listener.mode.toString(8)}\` lets every user of this machine connect to the socket`,
        fix: settingFix(context, 'unixsocketperm', tighter, {
          title: 'Let only owner and group connect',
          consequence: 'Local clients that are not in the group of the server can no longer connect.',
        }),
      }
    }
  },
}
