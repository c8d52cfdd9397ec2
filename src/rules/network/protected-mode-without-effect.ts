import { useInForce } from '../directive-edits.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, startOf } from '../setting.ts'

export const protectedModeWithoutEffect: Rule = {
  meta: {
    id: 'protected-mode-without-effect',
    summary: 'protected mode seems to be on, and is not',
    category: 'network',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Two traps. Up to Redis 6.2 any \`bind\` line turns protected mode off, as the server takes it for a sign that somebody thought about
the network: \`bind 10.0.0.5\` and \`protected-mode yes\` together protect nothing. And the official container images are built with
protected mode off by default, so that a file which does not mention it is open to whoever reaches the published port.`,
    fixing: `In a container, says \`protected-mode yes\`: clients from outside the container are refused until a password is set. Where a \`bind\`
line is the cause there is no such switch; set a password.`,
    bad: '# redis-conf-lint: target redis@6.2\nbind 10.20.0.11\nprotected-mode yes\n',
    good: '# redis-conf-lint: target redis@7.0\nbind 10.20.0.11\nprotected-mode yes\n',
    references: ['CWE-1188', 'https://github.com/docker-library/redis/issues/232'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { server, exposure, project } = context
    const setting = server.setting('protected-mode')
    const isOpen = exposure.from('network4') === 'open' || exposure.from('network6') === 'open'
    if (setting === null || !isOpen) return
    if (project.runtime === 'docker' && setting.origin.kind === 'default') {
      yield {
        at: startOf(context),
        message: 'the container images are built with protected mode off: without a `protected-mode yes` line strangers are served',
        fix: settingFix(context, 'protected-mode', 'yes', {
          title: 'Switch protected mode on',
          consequence: 'Clients from outside the container are refused until a password is set.',
        }),
      }
    } else if (setting.value === 'yes' && useInForce(context, 'bind') !== undefined) {
      yield {
        at: placeOf(context, 'bind'),
        message: 'in this release any `bind` line turns protected mode off, so clients from other machines are served without a password',
        advice: 'Set a password; protected mode protects nothing here',
      }
    }
  },
}
