import ipaddr from 'ipaddr.js'
import type { Word } from '../../parser/conf-tree.ts'
import type { DirectiveUse } from '../../model/project.ts'
import { replaceArguments } from '../directive-edits.ts'
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
\`--bind\`. Clients on other machines that came through another address can no longer connect.`,
    bad: 'bind 0.0.0.0\n',
    good: 'bind 127.0.0.1 -::1\n',
    references: ['CWE-1327', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const use = bindInForce(context)
    if (use === undefined) return
    for (const word of use.node.args) {
      const family = word.value.split(/\s+/).map(wildcardFamily).find((f) => f !== null)
      if (family === undefined) continue
      yield {
        at: { path: use.path, span: word.span },
        message: `${context.quote(word)} makes the server listen on every ${family} address of this machine, those it gets later included`,
        fix: fixOf(context, use),
      }
    }
  },
}

function bindInForce({ server }: RuleContext): DirectiveUse | undefined {
  const origin = server.setting('bind')?.origin
  return origin?.kind === 'set' ? origin.by.at(-1) : undefined
}

function fixOf({ schema }: RuleContext, use: DirectiveUse): Fix {
  const kept = use.node.args.filter((word) => !isWildcard(word)).map((word) => word.value)
  const loopback = schema.has('optional-bind-addresses') ? '127.0.0.1 -::1' : '127.0.0.1'
  return {
    title: kept.length > 0 ? 'Listen on the other addresses of the line only' : 'Listen on loopback only',
    kind: 'hardening',
    consequence: 'Clients on other machines can connect only through an address that is still listed.',
    live: schema.directive('bind')?.modifiable === true ? `CONFIG SET bind "${kept.join(' ') || loopback}"` : 'needs a restart',
    takes: ['bind'],
    edits: [replaceArguments(use, kept.length > 0 ? kept.join(' ') : `{{bind|${loopback}}}`)],
  }
}

function isWildcard(word: Word): boolean {
  return word.value.split(/\s+/).some((address) => wildcardFamily(address) !== null)
}

/** `0`, `0x0` and `0:0::` are spellings that the resolver takes too. */
function wildcardFamily(written: string): 'IPv4' | 'IPv6' | null {
  const address = written.replace(/^-/, '')
  if (address === '*') return 'IPv4'
  if (address === '::*') return 'IPv6'
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.parse(address)
  if (parsed.toByteArray().some((byte) => byte !== 0)) return null
  return parsed.kind() === 'ipv4' ? 'IPv4' : 'IPv6'
}
