import type { Finding, Rule, RuleContext } from '../rule.ts'
import { unwantedValue } from '../unwanted-value.ts'

export const noIdleTimeout: Rule = {
  meta: {
    id: 'no-idle-timeout',
    summary: 'connections that nobody uses stay for ever',
    category: 'limits',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `A client that crashed, or an attacker who opens connections and says nothing, keeps its place for as long as the server runs; when
\`maxclients\` is reached nobody else gets in. Connections of pools and subscribers are idle by design, so a timeout has to be longer than
they are.`,
    fixing: `Set \`timeout 300\`, or longer if clients keep idle connections: they have to reconnect. Subscribers and replicas are not touched.`,
    bad: 'timeout 0\n',
    good: 'timeout 300\n',
    references: ['CWE-400'],
  },

  check: (context: RuleContext): Iterable<Finding> => unwantedValue(context, {
    name: 'timeout',
    when: (value) => value === '0',
    message: 'connections that nobody uses are never closed, and count towards `maxclients`',
    advice: 'Say `timeout 300`, if the pools of your clients can reconnect',
  }),
}
