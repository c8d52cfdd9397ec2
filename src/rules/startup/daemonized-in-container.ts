import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix, valueOf } from '../setting.ts'

export const daemonizedInContainer: Rule = {
  meta: {
    id: 'daemonized-in-container',
    summary: 'in a container the server goes into the background, and the container ends',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    runtime: 'docker',
    fix: 'hardening',
    why: `A container lives as long as the process it was started with. With \`daemonize yes\` that process hands over to a child and ends, so the
container stops at once, or is restarted again and again, without a word in its log. Files written for a host bring the line along.

The rule runs with \`--runtime docker\` only.`,
    fixing: 'Says `no`. The server stays in the foreground, and what it logs goes to the log of the container.',
    bad: 'daemonize yes\n',
    good: 'daemonize no\n',
    references: ['https://hub.docker.com/_/redis'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    if (valueOf(context, 'daemonize') !== 'yes') return
    yield {
      at: placeOf(context, 'daemonize'),
      message: '`daemonize yes` sends the server into the background: the process that the container runs ends, and the container with it',
      fix: settingFix(context, 'daemonize', 'no', { title: 'Stay in the foreground', consequence: 'None in a container; a script that waits for the server to come back from the background would wait for ever.' }),
    }
  },
}
