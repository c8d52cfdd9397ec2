import type { Finding, Rule, RuleContext } from '../rule.ts'
import { openSwitch } from './switches.ts'

export const moduleCommandEnabled: Rule = {
  meta: {
    id: 'module-command-enabled',
    summary: 'modules can be loaded by a command',
    category: 'commands',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `A module is a shared library: \`MODULE LOAD\` runs its code in the server. With a replication stream of his own an attacker writes any file
into the server's folder, then loads it; this chain needs nothing else and is in every exploit kit. Since Redis 7 the command is off unless
this line says otherwise; \`loadmodule\` lines work without it.`,
    fixing: 'Says `no`. Modules are loaded by `loadmodule` lines only; MODULE LIST still works.',
    bad: 'enable-module-command yes\n',
    good: 'enable-module-command no\nloadmodule /usr/lib/redis/modules/one.so\n',
    references: ['CWE-829', 'https://github.com/redis/redis/pull/9920'],
  },

  check: (context: RuleContext): Iterable<Finding> => openSwitch(context, 'enable-module-command', {
    command: 'module',
    lets: 'run code of its own in the server with MODULE LOAD',
    title: 'Switch MODULE LOAD off',
    consequence: 'Modules are loaded by `loadmodule` lines at start only.',
  }),
}
