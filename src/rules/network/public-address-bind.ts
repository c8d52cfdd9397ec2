import { networkKind } from '../../model/exposure/addresses.ts'
import { quoteWord } from '../../parser/quote-word.ts'
import type { DirectiveUse } from '../../model/project.ts'
import { replaceArguments, useInForce } from '../directive-edits.ts'
import { liveForm } from '../live-form.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { addressesOf, listensOnTcp, loopback } from './addresses.ts'

export const publicAddressBind: Rule = {
  meta: {
    id: 'public-address-bind',
    summary: 'the server listens on a public address',
    category: 'network',
    severity: 'error',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `The address is routed on the internet: neither private (RFC 1918, fc00::/7) nor link-local nor shared by a carrier (100.64.0.0/10). Whether
strangers reach it is decided by a firewall that this file knows nothing of, and that one wrong rule opens. The server itself has no limit on
guesses of its password and was never meant to face strangers.`,
    fixing: `Takes the address off the line; if none is left, the server listens on loopback, or on the addresses given with \`--bind\`. Clients
that came in over the public address can no longer connect; let them come through a VPN, a tunnel, or a private network.`,
    bad: 'bind 127.0.0.1 93.184.216.34\n',
    good: 'bind 127.0.0.1 10.20.0.11\n',
    references: ['CWE-1327', 'CWE-668'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const use = useInForce(context, 'bind')
    if (use === undefined || !listensOnTcp(context)) return
    for (const word of use.node.args) {
      const isPublic = addressesOf(word, context).some((address) => networkKind(address) === 'public')
      if (!isPublic) continue
      yield {
        at: { path: use.path, span: word.span },
        message: `${context.quote(word)} is a public address: the server can be reached from the internet unless a firewall prevents it`,
        fix: fixOf(context, use),
      }
    }
  },
}

function fixOf(context: RuleContext, use: DirectiveUse): Fix {
  const addresses = use.node.args.flatMap((word) => addressesOf(word, context))
  const kept = addresses.filter((address) => networkKind(address) !== 'public').map(({ word }) => word)
  const isEmpty = kept.length === 0
  return {
    title: 'Do not listen on public addresses',
    kind: 'hardening',
    consequence: 'Clients that came in over a public address can no longer connect.',
    live: liveForm(context, 'bind', isEmpty ? loopback(context) : kept.join(' ')),
    takes: ['bind'],
    edits: [replaceArguments(use, isEmpty ? `{{bind|${loopback(context)}}}` : kept.map(quoteWord).join(' '))],
  }
}
