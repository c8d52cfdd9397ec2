import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const nowhereToListen: Rule = {
  meta: {
    id: 'nowhere-to-listen',
    summary: 'the server has neither a port nor a socket to listen on',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: 'With `port 0`, no `tls-port` and no `unixsocket`, or from 7.0 on with an empty `bind`, nobody could ever connect: the server says "Configured to not listen anywhere" and exits.',
    fixing: 'None: whether clients come over a socket, TLS or TCP is yours to say.',
    bad: 'port 0\n',
    good: 'port 0\nunixsocket /run/redis/redis.sock\nunixsocketperm 770\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { problem } of refusals(context, 'nowhere-to-listen')) {
      yield {
        at: problem,
        message: 'the server would listen nowhere, and exits',
        advice: 'Add `unixsocket` for clients on this machine, `tls-port` for others, or a `port` and an address to `bind`.',
      }
    }
  },
}
