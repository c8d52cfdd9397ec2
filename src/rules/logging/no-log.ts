import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

export const noLog: Rule = {
  meta: {
    id: 'no-log',
    summary: 'the log goes nowhere',
    category: 'logging',
    severity: 'info',
    preset: 'recommended',
    fix: 'none',
    why: `Without \`logfile\` the log goes to standard output, and a server that puts itself into the background (\`daemonize yes\`) sends that to
/dev/null. Crashes, refused connections and replicas that nobody invited leave no trace.`,
    fixing: 'Name a file the server may write, or say `syslog-enabled yes`.',
    bad: 'daemonize yes\nlogfile ""\n',
    good: 'daemonize yes\nlogfile /var/log/redis/redis-server.log\n',
    references: ['CWE-778'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    // There it does not get that far: daemonized-in-container tells.
    if (context.project.runtime === 'docker') return
    const isSilent = valueOf(context, 'daemonize') === 'yes' && valueOf(context, 'logfile') === '' && valueOf(context, 'syslog-enabled') !== 'yes'
    if (!isSilent) return
    yield {
      at: placeOf(context, 'daemonize'),
      message: 'the server goes into the background without a `logfile`: what it logs goes to /dev/null',
      advice: 'Name a `logfile`, or say `syslog-enabled yes`',
    }
  },
}
