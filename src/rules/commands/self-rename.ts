import { removeLine } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { isWorthLocking } from './dangerous-commands.ts'
import { idleLineOf, isSelfRename, renameLines, type RenameLine } from './rename-lines.ts'

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
    fixing: 'Removes the command: the new name becomes `""`. Nobody can run it any more, administrators included. Where another line decides about the command, or the command does no harm, the line is taken away.',
    bad: 'rename-command CONFIG CONFIG\n',
    good: 'rename-command CONFIG ""\n',
    references: ['CWE-749'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const lines = renameLines(context)
    for (const line of lines.filter(isSelfRename)) {
      const command = line.from.value.toLowerCase()
      const isLast = idleLineOf(command, lines) === line && !context.server.renames.has(command)
      yield {
        at: { path: line.use.path, span: line.to.span },
        message: `${context.quote(line.from)} is renamed to itself: the line changes nothing${isLast ? ', and the command stays live' : ''}`,
        fix: isLast && isWorthLocking(command, context.schema) ? removingCommand(line) : removingLine(line, context),
      }
    }
  },
}

function removingCommand({ use, from, to }: RenameLine): Fix {
  const command = from.value.toUpperCase()
  return {
    title: `Remove ${command}`,
    kind: 'hardening',
    consequence: `Nobody can run ${command} any more, administrators included.`,
    live: 'needs a restart',
    edits: [{ path: use.path, span: to.span, newText: '""' }],
  }
}

/** Another line decides about the command, or it does no harm. */
function removingLine({ use }: RenameLine, { project }: RuleContext): Fix {
  return { title: 'Take the line away', kind: 'safe', consequence: 'None: the line has no effect.', edits: [removeLine(project, use)] }
}
