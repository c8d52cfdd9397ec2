import type { Finding, Rule, RuleContext } from '../rule.ts'

export const moduleLoaded: Rule = {
  meta: {
    id: 'module-loaded',
    summary: 'a module is loaded',
    category: 'modules',
    severity: 'info',
    preset: 'strict',
    fix: 'none',
    why: `Every module is code in the server with all its rights, with commands of its own that no \`-@category\` may take away, and with flaws that
the server's advisories do not list. Some baselines want each one accounted for.`,
    fixing: 'Take the line away if nobody uses the module; else accept the finding with an ignore that says who does.',
    bad: 'loadmodule /usr/lib/redis/modules/one.so\n',
    good: 'port 6379\n',
    references: ['CWE-1104'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const use of context.server.uses('loadmodule')) {
      const [path] = use.node.args
      if (path === undefined) continue
      yield {
        at: { path: use.path, span: path.span },
        message: `${context.quote(path)} runs as code in the server, with commands that categories of the ACL need not cover`,
        advice: 'See that somebody needs it and that it gets repairs',
      }
    }
  },
}
