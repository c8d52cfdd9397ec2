import type { Finding, Rule, RuleContext } from '../rule.ts'
import { releaseName } from '../release-name.ts'
import { refusals } from './refusals.ts'

export const missingInclude: Rule = {
  meta: {
    id: 'missing-include',
    summary: 'an included file is not there',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'none',
    why: `The server stops if it can't open an included file. A relative path starts from the working directory of the server, which \`dir\` lines above the
include have moved, and not from the folder of the including file. Patterns are known from 7.0 on; before, \`*\` is a letter of the name.`,
    fixing: 'None: only you know where the file is.',
    bad: 'include not-there.conf\n',
    good: 'maxmemory 100mb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema, server } = context
    for (const { problem, use } of refusals(context, 'missing-include')) {
      const path = use?.node.args[0]
      if (use === null || path === undefined) continue
      const isPattern = /[*?[]/.test(path.value) && !schema.has('include-globs')
      yield {
        at: problem,
        message: `${releaseName(schema.release)} does not start: there is no file ${context.quote(path)}${isPattern ? ', and it takes the pattern for a name' : ''}`,
        advice: isPattern
          ? 'Patterns work from Redis 7.0 on: write an `include` line for each file.'
          : path.value.startsWith('/') ? 'Create the file, or take the line out.' : `The path starts from the server's working directory${server.setting('dir')?.origin.kind === 'set' ? ', which `dir` moves' : ''}: write it in full, or create the file.`,
      }
    }
  },
}
