import type { DirectiveUse } from '../../model/project.ts'
import { addDirective, replaceArguments } from '../directive-edits.ts'
import { liveForm } from '../live-form.ts'
import type { Finding, Rule, RuleContext, TextEdit } from '../rule.ts'
import { startOf, valueOf } from '../setting.ts'

const LIMIT = '256mb 64mb 60'

export const unlimitedOutputBuffer: Rule = {
  meta: {
    id: 'unlimited-output-buffer',
    summary: 'replies that a client does not read pile up without limit',
    category: 'limits',
    severity: 'warning',
    byExposure: true,
    preset: 'recommended',
    fix: 'hardening',
    why: `A client that sends requests and never reads the replies makes the server keep them, in memory that \`maxmemory\` does not count. For normal
clients the limit is off unless the file sets one. Until CVE-2025-21605 was closed this took no password: the \`NOAUTH\` errors pile up too.
The end is the kernel's out-of-memory killer.`,
    fixing: `Disconnects a normal client at once when ${LIMIT.split(' ').slice(0, 1).join('')} wait for it, and when more than ${LIMIT.split(' ').slice(1, 2).join('')} have waited for a minute. Clients that fetch
larger replies in one piece (a \`KEYS *\`, a huge \`LRANGE\`) are cut off.`,
    bad: 'bind 10.20.0.11\n',
    good: `bind 10.20.0.11\nclient-output-buffer-limit normal ${LIMIT}\n`,
    references: ['CWE-770', 'CVE-2025-21605'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const limits = valueOf(context, 'client-output-buffer-limit')
    if (!/(?:^| )normal 0 0 \d+/.test(limits)) return
    const use = lineOfNormal(context)
    const word = use?.node.args[0]
    yield {
      at: use === undefined || word === undefined ? startOf(context) : { path: use.path, span: { start: word.span.start, end: use.node.args.at(-1)?.span.end ?? word.span.end } },
      message: 'replies that a normal client does not read pile up without limit, in memory that `maxmemory` does not count',
      fix: {
        title: 'Limit what may wait for a normal client',
        kind: 'hardening',
        consequence: 'Clients that fetch more than 256 MB in one reply, or read slowly, are disconnected.',
        live: liveForm(context, 'client-output-buffer-limit', `normal ${LIMIT}`),
        edits: [editOf(context, use)],
      },
    }
  },
}

/** The line that says so for normal clients and nobody else. */
function lineOfNormal({ server }: RuleContext): DirectiveUse | undefined {
  return server.uses('client-output-buffer-limit').findLast(({ node: { args } }) =>
    args.length === 4 && args[0]?.value.toLowerCase() === 'normal')
}

function editOf({ project }: RuleContext, use: DirectiveUse | undefined): TextEdit {
  if (use !== undefined) return replaceArguments(use, `normal ${LIMIT}`)
  return addDirective(project, 'client-output-buffer-limit', `normal ${LIMIT}`)
}
