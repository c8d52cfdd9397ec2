import type { Finding, Rule, RuleContext } from '../rule.ts'
import { closingFix, listed } from './closing-commands.ts'
import { liveDangerousCommands } from './dangerous-commands.ts'

/** What gives back what closing a command took away. */
const EQUIVALENTS: Readonly<Record<string, readonly string[]>> = {
  flushall: ['flushdb'],
  flushdb: ['flushall'],
  config: ['debug', 'module', 'replicaof', 'slaveof'],
  replicaof: ['slaveof'],
  slaveof: ['replicaof'],
  save: ['bgsave'],
  bgsave: ['save'],
  shutdown: ['debug'],
}

export const incompleteLockdown: Rule = {
  meta: {
    id: 'incomplete-lockdown',
    summary: 'a command is renamed away, but another does the same',
    category: 'commands',
    severity: 'warning',
    preset: 'recommended',
    fix: 'hardening',
    why: `Renaming is done command by command, and the one that was forgotten is enough: \`SLAVEOF\` is \`REPLICAOF\` under its old name,
\`FLUSHDB\` wipes what \`FLUSHALL\` was to protect, and where \`CONFIG\` is gone \`DEBUG\`, \`MODULE LOAD\` and a hostile primary
still lead to code on this machine. All configurations in the wild that rename commands leave one of these.`,
    fixing: 'Closes the rest in the same way. Nobody can run these commands any more, administrators included.',
    bad: '# redis-conf-lint: target redis@6.2\nrename-command REPLICAOF ""\n',
    good: '# redis-conf-lint: target redis@6.2\nrename-command REPLICAOF ""\nrename-command SLAVEOF ""\n',
    references: ['CWE-184', 'CWE-749'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { server } = context
    if (server.renames.size === 0 || context.adminUsers.includes('default')) return
    const live = liveDangerousCommands(context)
    for (const { use, command, to } of server.renames.values()) {
      const open = live.filter(({ name }) => EQUIVALENTS[command]?.includes(name))
      if (open.length === 0) continue
      const fix = closingFix(context, open)
      yield {
        at: { path: use.path, span: (use.node.args[0] ?? use.node.name).span },
        message: `${command.toUpperCase()} is ${to === null ? 'removed' : 'renamed'}, but ${listed(open.map(({ name }) => name.toUpperCase()))} ${open.length === 1 ? 'does' : 'do'} as much harm`,
        ...(fix === undefined ? {} : { fix }),
      }
    }
  },
}
