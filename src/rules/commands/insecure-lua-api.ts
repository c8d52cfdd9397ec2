import type { Finding, Rule, RuleContext } from '../rule.ts'
import { openSwitch } from './switches.ts'

/** Valkey 8.1 calls it insecure, Redis 8 deprecated; where both names are known they are one setting. */
const NAMES = ['lua-enable-insecure-api', 'lua-enable-deprecated-api']

export const insecureLuaApi: Rule = {
  meta: {
    id: 'insecure-lua-api',
    summary: 'scripts get functions back that were taken from them for safety',
    category: 'commands',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `\`newproxy\`, \`setfenv\` and \`getfenv\` let a script reach out of its own environment and change what other users' scripts see and do. They
were taken away after exploits (CVE-2025-46818, CVE-2024-46981 and their kin rest on such reach); this line gives them back to everybody who
may run EVAL.`,
    fixing: 'Says `no`. Scripts that use these functions fail.',
    bad: '# redis-conf-lint: target valkey@8.1\nlua-enable-insecure-api yes\n',
    good: '# redis-conf-lint: target valkey@8.1\nlua-enable-insecure-api no\n',
    references: ['CWE-693', 'CVE-2025-46818'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const known = NAMES.map((name) => context.server.setting(name)?.name).find((name) => name !== undefined)
    if (known === undefined) return
    yield* openSwitch(context, known, {
      lets: 'change with a script what the scripts of other users do',
      title: 'Take the insecure functions away from scripts',
      consequence: 'Scripts that use `newproxy`, `setfenv` or `getfenv` fail.',
    })
  },
}
