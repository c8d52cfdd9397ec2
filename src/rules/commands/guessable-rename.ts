import { whyGuessable } from '../../model/attack/guessable-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { isWorthLocking } from './dangerous-commands.ts'
import { renameLines } from './rename-lines.ts'

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
      if (!isWorthLocking(from.value.toLowerCase(), context.schema)) continue
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
