import { removeLine } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'

export const ignoredDirective: Rule = {
  meta: {
    id: 'ignored-directive',
    summary: 'a directive that this release accepts and does nothing with',
    category: 'startup',
    severity: 'info',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'safe',
    why: 'The name is kept so that old files load. Whatever its value is, it changes nothing.',
    fixing: 'The line is taken out.',
    bad: 'io-threads-do-reads yes\n',
    good: 'io-threads 4\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check({ server, project, schema }: RuleContext): Iterable<Finding> {
    for (const use of server.ignored) {
      yield {
        at: { path: use.path, span: use.node.name.span },
        message: `${releaseName(schema.release)} accepts \`${use.node.name.value}\` and does nothing with it`,
        fix: { title: 'Take the line out', kind: 'safe', consequence: 'Nothing: the line had no effect.', edits: [removeLine(project, use)] },
      }
    }
  },
}
