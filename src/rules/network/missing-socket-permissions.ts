import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix } from '../setting.ts'

export const missingSocketPermissions: Rule = {
  meta: {
    id: 'missing-socket-permissions',
    summary: 'the rights of the unix socket are left to the umask',
    category: 'network',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Without \`unixsocketperm\` the socket gets whatever the umask of the process leaves: nothing for clients of another user with the
usual 022, and everything for everybody with the 000 of some containers and init scripts. Who may connect then depends on how the server was
started. Until CVE-2023-45145 was closed, it was the umask too that decided in the moment before the rights are set.`,
    fixing: 'Adds `unixsocketperm 770`: the owner and its group may connect. Clients that run as another user have to join that group.',
    bad: 'unixsocket /run/redis/redis.sock\n',
    good: 'unixsocket /run/redis/redis.sock\nunixsocketperm 770\n',
    references: ['CWE-276', 'CVE-2023-45145'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const socket = context.exposure.listeners.find(({ kind }) => kind === 'unix')
    if (socket?.kind !== 'unix' || socket.mode !== null) return
    yield {
      at: placeOf(context, 'unixsocket'),
      message: 'the umask of the process decides who may connect to the socket, as no `unixsocketperm` does',
      fix: settingFix(context, 'unixsocketperm', '770', {
        title: 'Let owner and group connect',
        consequence: 'Local clients that are not in the group of the server can no longer connect.',
      }),
    }
  },
}
