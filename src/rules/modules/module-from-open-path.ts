import type { Finding, Rule, RuleContext } from '../rule.ts'

const OPEN = /^\/(?:tmp|var\/tmp|dev\/shm|home|run\/user)(?:\/|$)/

export const moduleFromOpenPath: Rule = {
  meta: {
    id: 'module-from-open-path',
    summary: 'a module is loaded from a place where others may write',
    category: 'modules',
    severity: 'error',
    preset: 'recommended',
    fix: 'none',
    why: `A module is code that runs in the server. Whoever can write to its file, or to the folder it is in, decides what that code is at the next
start: in \`/tmp\` and in people's homes that is not only the administrator, and a relative path is looked for in whatever folder the server was
started in. Attackers who got a module onto the machine once keep it loaded by such a line.`,
    fixing: 'Put the file into a folder that only root may write to, such as `/usr/lib/redis/modules`, and name it with its whole path.',
    bad: 'loadmodule /tmp/exp.so\n',
    good: 'loadmodule /usr/lib/redis/modules/one.so\n',
    references: ['CWE-427', 'CWE-829'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const use of context.server.uses('loadmodule')) {
      const [path] = use.node.args
      if (path === undefined || (path.value.startsWith('/') && !OPEN.test(path.value))) continue
      const why = path.value.startsWith('/') ? 'is in a place where others may write' : 'is looked for in the folder the server happens to be started in'
      yield {
        at: { path: use.path, span: path.span },
        message: `${context.quote(path)} runs as code in the server, and ${why}`,
        advice: 'Load it from a folder that only root may write to, by its whole path',
      }
    }
  },
}
