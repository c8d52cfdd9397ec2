import type { Finding, Rule, RuleContext } from '../rule.ts'
import { openSwitch } from './switches.ts'

export const debugCommandEnabled: Rule = {
  meta: {
    id: 'debug-command-enabled',
    summary: 'DEBUG is switched on',
    category: 'commands',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `\`DEBUG\` is made for the tests of the server: it crashes it (\`SEGFAULT\`, \`PANIC\`), stops it for as long as one likes (\`SLEEP\`), drops its
data (\`RELOAD NOSAVE\`) and shows addresses in its memory. Since Redis 7 it is off unless this line says otherwise.`,
    fixing: 'Says `no`. DEBUG is refused to everybody.',
    bad: 'enable-debug-command yes\n',
    good: 'enable-debug-command no\n',
    references: ['CWE-489', 'https://github.com/redis/redis/pull/9920'],
  },

  check: (context: RuleContext): Iterable<Finding> => openSwitch(context, 'enable-debug-command', {
    command: 'debug',
    lets: 'crash the server, stop it for a while, or drop its data with DEBUG',
    title: 'Switch DEBUG off',
    consequence: 'DEBUG is refused to everybody.',
  }),
}
