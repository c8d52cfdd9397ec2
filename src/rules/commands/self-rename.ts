import type { Finding, Rule, RuleContext } from '../rule.ts'
import { renameLines } from './rename-lines.ts'

export const selfRename: Rule = {
  meta: {
    id: 'self-rename',
    summary: 'a command is renamed to its own name',
    category: 'commands',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `The server takes \`rename-command CONFIG CONFIG\` without a word, and changes nothing. Such lines come from templates whose variable for the
new name was left at its default; checks that only look for a line are satisfied by it, and the command is as live as ever.`,
    fixing: 'Removes the command: the new name becomes `""`. Nobody can run it any more, administrators included.',
    bad: 'rename-command CONFIG CONFIG\n',
    good: 'rename-command CONFIG ""\n',
    references: ['CWE-749'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { use, from, to } of renameLines(context)) {
      if (from.value.toLowerCase() !== to.value.toLowerCase()) continue
      const command = from.value.toUpperCase()
      yield {
        at: { path: use.path, span: to.span },
        message: `${context.quote(from)} is renamed to itself: the line changes nothing, and the command stays live`,
        fix: {
          title: `Remove ${command}`,
          kind: 'hardening',
          consequence: `Nobody can run ${command} any more, administrators included.`,
          live: 'needs a restart',
          edits: [{ path: use.path, span: to.span, newText: '""' }],
        },
      }
    }
  },
}
