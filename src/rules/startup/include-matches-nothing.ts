import type { Finding, Rule, RuleContext } from '../rule.ts'

export const includeMatchesNothing: Rule = {
  meta: {
    id: 'include-matches-nothing',
    summary: 'an include pattern matches no file',
    category: 'startup',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `A pattern without a match is no error: the server starts without the settings that were to be in those files, such as the password. A file whose
own name has brackets counts as a pattern too, and is passed over. Relative patterns start from the server's working directory.`,
    fixing: 'None. A folder for additions, `something.d/*.conf`, may well be empty; that is only noted.',
    bad: 'include settings/*.conf\n',
    good: 'maxmemory 100mb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const step of context.project.steps) {
      if (step.kind !== 'enter' || step.by === null || step.paths.length > 0) continue
      const { path, node } = step.by
      const pattern = node.args[0]
      if (pattern === undefined) continue
      yield {
        at: { path, span: pattern.span },
        message: `${context.quote(pattern)} matches no file: the server reads nothing here and says nothing`,
        advice: 'Check the path; it starts from the working directory of the server.',
        ...(pattern.value.endsWith('.d/*.conf') ? { severity: 'info' } as const : {}),
        ...(pattern.value.startsWith('/') ? { confidence: 'likely' } as const : {}),
      }
    }
  },
}
