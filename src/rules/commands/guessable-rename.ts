import type { Finding, Rule, RuleContext } from '../rule.ts'
import { renameLines } from './rename-lines.ts'

/** Printed as the example in every redis.conf since 2.0, so it is the second name that attackers try. */
const PRINTED_EXAMPLE = 'b840fc02d524045429941cc15f59e41cb7be6c52'

export const guessableRename: Rule = {
  meta: {
    id: 'guessable-rename',
    summary: 'a renamed command can be guessed',
    category: 'commands',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `A renamed command is as secret as its new name. \`SECURITY_CONFIG\`, \`CONFIG_ADMIN\` or \`xconfig\`, taken from the same guides that attackers
read, are found with a short list; so is the long hexadecimal name that the stock file gives as an example. The server neither limits nor
reports wrong names.`,
    fixing: 'Removes the command: the new name becomes `""`. Tools that used the new name stop working, Sentinel among them if the command is CONFIG.',
    bad: 'rename-command CONFIG SECURITY_CONFIG\n',
    good: 'rename-command CONFIG 5f1d0e2bb4c86a7793e1f04c2ad98b67\n',
    references: ['CWE-656', 'CWE-1391'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { use, from, to } of renameLines(context)) {
      if (context.schema.commands.get(from.value.toLowerCase()) === null) continue
      const why = whyGuessable(from.value.toLowerCase(), to.value.toLowerCase())
      if (why === null) continue
      const command = from.value.toUpperCase()
      yield {
        at: { path: use.path, span: to.span },
        message: `the new name of ${context.quote(from)} ${why}, so attackers try it`,
        fix: {
          title: `Remove ${command}`,
          kind: 'hardening',
          consequence: `Nobody can run ${command} any more, under no name.`,
          live: 'needs a restart',
          edits: [{ path: use.path, span: to.span, newText: '""' }],
        },
      }
    }
  },
}

/** The rest of a sentence about the new name, which itself is never told. */
function whyGuessable(command: string, name: string): string | null {
  if (name === '' || name === command) return null
  if (name === PRINTED_EXAMPLE) return 'is the example of the stock file'
  if (name.includes(command) || name.includes(Array.from(command).reverse().join(''))) return 'contains the old one'
  if (name.length < 12) return `has ${name.length} characters`
  if (new Set(name).size < 6) return 'repeats a few characters'
  return /^[a-z]+(?:[-_.][a-z]+)*\d{0,4}$/.test(name) && name.length < 24 ? 'is made of words' : null
}
