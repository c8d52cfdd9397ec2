import { quoteWord } from '../../parser/quote-word.ts'
import type { DirectiveUse } from '../../model/project.ts'
import { replaceArguments, useInForce } from '../directive-edits.ts'
import { liveForm } from '../live-form.ts'
import { addressesOf, listensOnTcp, loopback } from './addresses.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'

export const wildcardBind: Rule = {
  meta: {
    id: 'wildcard-bind',
    summary: 'the server listens on every network interface',
    category: 'network',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `An address such as \`0.0.0.0\` stands for every interface the machine has now or gets later: the office network, the VPN, a cloud
provider's public address. Scanners find an open port 6379 within hours; with \`CONFIG SET dir\` or a replication stream they go on to write
SSH keys, cron jobs or modules.

\`*\` is \`0.0.0.0\`, \`::\` is every IPv6 address, and so are \`0\` and \`::*\` where a release takes them.`,
    fixing: `Wildcards are removed from the line. If nothing is left, the server listens on loopback only, or on the addresses given with
\`--bind\`. Clients on other machines that came through another address can no longer connect. In a container, where the interfaces are
the container's own, the rule is silent.`,
    bad: 'bind 0.0.0.0\n',
    good: 'bind 127.0.0.1 -::1\n',
    references: ['CWE-1327', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const use = useInForce(context, 'bind')
    if (use === undefined || context.project.runtime === 'docker' || !listensOnTcp(context)) return
    for (const word of use.node.args) {
      const wildcard = addressesOf(word, context).find(({ scope }) => scope === 'any')
      if (wildcard === undefined) continue
      const family = wildcard.family === 4 ? 'IPv4' : 'IPv6'
      yield {
        at: { path: use.path, span: word.span },
        message: `${context.quote(word)} makes the server listen on every ${family} address of this machine, those it gets later included`,
        fix: fixOf(context, use),
      }
    }
  },
}

function fixOf(context: RuleContext, use: DirectiveUse): Fix {
  const kept = use.node.args.flatMap((word) => addressesOf(word, context)).filter(({ scope }) => scope !== 'any').map(({ word }) => word)
  const isEmpty = kept.length === 0
  return {
    title: isEmpty ? 'Listen on loopback only' : 'Listen only on the other addresses of the line',
    kind: 'hardening',
    consequence: 'Clients on other machines can connect only through an address that is still listed.',
    live: liveForm(context, 'bind', isEmpty ? loopback(context) : kept.join(' ')),
    takes: ['bind'],
    edits: [replaceArguments(use, isEmpty ? `{{bind|${loopback(context)}}}` : kept.map(quoteWord).join(' '))],
  }
}
