import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, settingFix } from '../setting.ts'
import { listensOnTcp } from './addresses.ts'

export const protectedModeOff: Rule = {
  meta: {
    id: 'protected-mode-off',
    summary: 'protected mode is switched off',
    category: 'network',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `Protected mode is the last net: while the default user has no password, clients from other machines are answered with an error and
disconnected. It is switched off to get rid of that very error, and stays off when the password is lost later.

With a password it has nothing to do, so there is no reason to switch it off then either.`,
    fixing: `Says \`yes\`. While no password is set, clients on other machines are refused; with one, nothing changes for them.`,
    bad: 'bind 10.20.0.11\nprotected-mode no\n',
    good: 'bind 10.20.0.11\nprotected-mode yes\n',
    references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/#protected-mode'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const setting = context.server.setting('protected-mode')
    if (setting?.value !== 'no' || setting.origin.kind === 'default' || !listensOnTcp(context)) return
    yield {
      at: placeOf(context, 'protected-mode'),
      message: '`protected-mode` is `no`: without a password, clients from other machines are served instead of turned away',
      fix: settingFix(context, 'protected-mode', 'yes', {
        title: 'Switch protected mode on',
        consequence: 'While no password is set, clients on other machines are refused.',
      }),
    }
  },
}
