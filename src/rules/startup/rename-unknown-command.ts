import type { DirectiveUse } from '../../model/project.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, RelatedLocation, Rule, RuleContext } from '../rule.ts'
import { nearest } from './meant-name.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'

export const renameUnknownCommand: Rule = {
  meta: {
    id: 'rename-unknown-command',
    summary: 'rename-command names a command that is not there',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `The server stops at the line. A command that was renamed or removed further up is not there any more either, nor are commands of modules, which load
later, nor subcommands such as \`config|set\`. A sentinel has few commands, and none that works on data.`,
    fixing: 'A misspelled command is corrected where one is nearest.',
    bad: 'rename-command FLUSHAL ""\n',
    good: 'rename-command FLUSHALL ""\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema, project } = context
    const table = project.kind === 'sentinel' ? schema.sentinelCommands : schema.commands
    const names = table.names.filter((name) => !name.includes('|'))
    for (const { problem, use } of refusals(context, 'rename-unknown-command')) {
      const word = use?.node.args[0]
      if (use === null || word === undefined) continue
      const command = word.value.toLowerCase()
      const isKnown = names.includes(command)
      const meant = isKnown ? null : nearest(command, names)
      const related = isKnown ? earlier(context, use, command) : []
      yield {
        at: problem,
        message: `${releaseName(schema.release)} stops at this line: ${whyNot(context, command, related)}`,
        related,
        ...(meant === null
          ? { advice: 'Take the line out.' }
          : { fix: repair(`Write \`${meant.toUpperCase()}\``, WILL_START, { path: use.path, span: word.span, newText: meant.toUpperCase() }) }),
      }
    }
  },
}

function whyNot({ project }: RuleContext, command: string, related: readonly RelatedLocation[]): string {
  if (related.length > 0) return 'a line above has already renamed this command'
  if (command.includes('|')) return 'subcommands can\'t be renamed'
  return project.kind === 'sentinel' ? 'a sentinel has no such command' : 'it has no such command, or a module has that it loads later'
}

function earlier({ server }: RuleContext, use: DirectiveUse, command: string): RelatedLocation[] {
  return server.uses('rename-command')
    .filter((other) => other.node !== use.node && other.node.args[0]?.value.toLowerCase() === command)
    .slice(0, 1)
    .map(({ path, node }) => ({ at: { path, span: (node.args[0] ?? node.name).span }, message: 'renamed here' }))
}
