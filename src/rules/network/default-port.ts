import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, sayDefault } from '../setting.ts'

export const defaultPort: Rule = {
  meta: {
    id: 'default-port',
    summary: 'the server listens on port 6379',
    category: 'network',
    severity: 'info',
    preset: 'strict',
    fix: 'none',
    why: `Worms that look for open servers knock at port 6379 and nowhere else. Another port stops nobody who means this machine, but it takes
the server out of the way of those who mean any machine. Some baselines ask for it.`,
    fixing: 'Choose another port, and change it in the connection strings of all clients, replicas and sentinels.',
    bad: 'port 6379\n',
    good: 'port 7480\n',
    references: ['CWE-1327'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const listener = context.exposure.listeners.find((each) => each.kind === 'tcp' && each.port === 6379)
    if (listener === undefined) return
    yield {
      at: placeOf(context, 'port'),
      message: `the server listens on port 6379${sayDefault(context, 'port')}, which is the first that scanners try`,
      advice: 'Choose another port and change it for all clients',
    }
  },
}
