import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { refusals } from './refusals.ts'

export const unusableAddress: Rule = {
  meta: {
    id: 'unusable-address',
    summary: 'the server can\'t listen where it is told to',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `A word that is no address or name, the same address twice, one number for \`port\` and \`tls-port\`, or a socket in a folder that is not there: the
server reads its whole file and then exits. \`-addr\`, an address that may be missing, is known from 6.2 on; a comma never parts addresses.`,
    fixing: 'None: which address is meant is yours to say.',
    bad: 'bind 127.0.0.1,10.0.0.5\n',
    good: 'bind 127.0.0.1 -::1\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    for (const { problem, use } of refusals(context, 'unusable-address')) {
      const words = use?.node.args.map((word) => word.value) ?? []
      const dashed = words.some((word) => word.startsWith('-')) && !schema.has('optional-bind-addresses')
      yield {
        at: problem,
        message: `${releaseName(schema.release)} can't listen ${reason(words, problem.message)}, and exits`,
        advice: dashed
          ? 'An address that may be missing, `-addr`, is known from Redis 6.2 on: take the `-` away.'
          : words.some((word) => word.includes(',')) ? 'Put blanks between the addresses.' : 'Write addresses that this machine has, each once.',
      }
    }
  },
}

function reason(words: readonly string[], message: string): string {
  const joined = words.find((word) => word.includes(','))
  if (joined !== undefined) return 'on what is one name to it: commas part nothing'
  if (new Set(words).size < words.length) return 'twice on one address'
  return `here ("${message.replace(/[.\s]+$/, '')}")`
}
