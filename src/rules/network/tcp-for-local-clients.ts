import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf } from '../setting.ts'

export const tcpForLocalClients: Rule = {
  meta: {
    id: 'tcp-for-local-clients',
    summary: 'only this machine can connect, but over TCP',
    category: 'network',
    severity: 'info',
    preset: 'strict',
    fix: 'none',
    why: `A loopback port is open to every user of the machine, and to every web page and service on it that can be made to send a request (SSRF).
A unix socket asks the file system who may connect, and no browser and no URL reaches it.`,
    fixing: 'Say `port 0` and `unixsocket /run/redis/redis.sock` with `unixsocketperm 770`, and give clients the path instead of host and port.',
    bad: 'bind 127.0.0.1\n',
    good: 'port 0\nunixsocket /run/redis/redis.sock\nunixsocketperm 770\n',
    references: ['CWE-918'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const scopes = context.exposure.listeners.flatMap((listener) => (listener.kind === 'tcp' ? [listener.address.scope] : []))
    if (scopes.length === 0 || scopes.some((scope) => scope !== 'loopback')) return
    yield {
      at: placeOf(context, 'bind'),
      message: 'only clients on this machine can connect, and every user and service on it can; a unix socket asks who they are',
      advice: 'Say `port 0`, `unixsocket` and `unixsocketperm 770`',
    }
  },
}
