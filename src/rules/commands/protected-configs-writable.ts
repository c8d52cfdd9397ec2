import type { Finding, Rule, RuleContext } from '../rule.ts'
import { openSwitch } from './switches.ts'

export const protectedConfigsWritable: Rule = {
  meta: {
    id: 'protected-configs-writable',
    summary: 'CONFIG SET may move where the server writes',
    category: 'commands',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `\`CONFIG SET dir\` and \`CONFIG SET dbfilename\` decide where a snapshot is written, and a snapshot holds whatever the attacker stored: a public
key for \`/root/.ssh/authorized_keys\`, a line for cron, a page for the web server. This is how open servers have been taken over since 2015.
Since Redis 7 both are refused unless this line says otherwise.`,
    fixing: 'Says `no`. `dir` and `dbfilename` are set in the file only; a change needs a restart.',
    bad: 'enable-protected-configs yes\n',
    good: 'enable-protected-configs no\n',
    references: ['CWE-73', 'http://antirez.com/news/96'],
  },

  check: (context: RuleContext): Iterable<Finding> => openSwitch(context, 'enable-protected-configs', {
    command: 'config',
    lets: 'choose with CONFIG SET which file of this machine a snapshot overwrites',
    title: 'Fix dir and dbfilename while the server runs',
    consequence: '`dir` and `dbfilename` can be changed in the file only, and need a restart.',
  }),
}
