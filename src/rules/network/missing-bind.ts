import { addDirective } from '../directive-edits.ts'
import { liveForm } from '../live-form.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { isSaid } from '../said-lines.ts'
import { startOf } from '../setting.ts'
import { listensOnTcp, loopback } from './addresses.ts'

export const missingBind: Rule = {
  meta: {
    id: 'missing-bind',
    summary: 'no line says where to listen, so the server listens everywhere',
    category: 'network',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `The file that comes with every release says \`bind 127.0.0.1\`; the program itself does not. A file written from scratch, or one whose
\`bind\` was lost on the way, makes the server listen on every interface the machine has now or gets later.`,
    fixing: `Adds a \`bind\` line for loopback, or for the addresses given with \`--bind\`. Clients on other machines can't connect unless
their network is listed. In a container, where the interfaces are the container's own, the rule is silent.`,
    bad: 'port 6379\n',
    good: 'bind 127.0.0.1 -::1\nport 6379\n',
    references: ['CWE-1327', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { project } = context
    if (project.runtime === 'docker' || isSaid(context, 'bind') || !listensOnTcp(context)) return
    yield {
      at: startOf(context),
      message: 'no `bind` line: the server listens on every address of this machine, those it gets later included',
      fix: {
        title: 'Listen on loopback only',
        kind: 'hardening',
        consequence: 'Clients on other machines can no longer connect.',
        live: liveForm(context, 'bind', loopback(context)),
        takes: ['bind'],
        edits: [addDirective(project, 'bind', `{{bind|${loopback(context)}}}`)],
      },
    }
  },
}
