import type { DirectiveUse } from '../../model/project.ts'
import type { StartProblem } from '../../model/server-model.ts'
import type { DirectiveFacts } from '../../schema/schema.ts'
import { replaceArguments } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { correction } from './correction.ts'
import { firstToTake } from './other-releases.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'
import { whatItTakes } from './value-range.ts'

export const invalidValue: Rule = {
  meta: {
    id: 'invalid-value',
    summary: 'a value that this release refuses',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `The server stops at the line. What it takes differs: \`true\` is no \`yes\`, \`1tb\` no size, and a number has no unit in \`timeout\` but has one in
\`maxmemory\`. Releases before 6.0 took most nonsense without a word, so that a file may stop working with an upgrade.`,
    fixing: 'A value is replaced where there is one way to read it: `true` becomes `yes`, `1tb` becomes `1024gb`, `debgu` becomes `debug`.',
    bad: 'appendonly true\n',
    good: 'appendonly yes\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    for (const { use, problem } of refusals(context, 'invalid-value')) {
      const facts = use === null ? null : context.schema.directive(use.node.name.value)
      if (use === null || facts === null) continue
      const elsewhere = whereTaken(facts, use)
      const meant = elsewhere === '' ? correction(use, facts, context.schema) : null
      yield {
        at: { path: use.path, span: problem.span },
        message: `${messageOf(context, use, facts, problem)}${elsewhere}`,
        ...(meant === null ? {} : { fix: repair(`Write \`${meant}\``, WILL_START, replaceArguments(use, meant)) }),
      }
    }
  },
}

function messageOf(context: RuleContext, { node }: DirectiveUse, facts: DirectiveFacts, { message }: StartProblem): string {
  const { schema } = context
  const [only] = node.args
  const range = whatItTakes(facts, schema)
  const refused = `${releaseName(schema.release)} refuses ${node.args.length === 1 && only !== undefined ? context.quote(only) : 'this'} for \`${facts.name}\``
  return `${refused}${range === null ? ` ("${message.replace(/\.$/, '')}")` : `: it takes ${range}`}`
}

/** A word that only other releases have. */
function whereTaken(facts: DirectiveFacts, { node }: DirectiveUse): string {
  const [only] = node.args
  const first = facts.type === 'enum' && only !== undefined ? firstToTake(facts, only.value) : null
  return first === null ? '' : `; it came with ${first}`
}
