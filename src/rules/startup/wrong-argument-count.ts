import type { DirectiveUse } from '../../model/project.ts'
import { quoteWord } from '../../parser/index.ts'
import type { Arity, DirectiveFacts } from '../../schema/schema.ts'
import { replaceArguments } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { meantValue } from './meant-value.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'

export const wrongArgumentCount: Rule = {
  meta: {
    id: 'wrong-argument-count',
    summary: 'a directive has more or fewer arguments than it takes',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `Blanks part arguments, so a password with a blank in it, a size written \`1 gb\` or a list on a release that takes one item stop the server. In
Redis 8 a wrong count for \`include\` or \`rename-command\` makes the line a module's setting, and the server stops later without naming it.`,
    fixing: 'A size is written without its blank; words that can only be one text are put in quotes. Check that the text is the one you want.',
    bad: 'requirepass foo bar\n',
    good: 'requirepass "foo bar"\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    for (const { use, problem } of refusals(context, 'wrong-argument-count', 'unclaimed-module-setting')) {
      const facts = use === null ? null : schema.directive(use.node.name.value)
      if (use === null || facts === null) continue
      const fix = fixOf(context, use, facts)
      yield {
        at: { path: use.path, span: problem.span },
        message: `\`${facts.name}\` takes ${countOf(facts)}, and here ${given(use.node.args.length)}: ${releaseName(schema.release)} does not start`,
        ...(fix === null ? { advice: adviceFor(facts, use) } : { fix }),
      }
    }
  },
}

const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`

const given = (count: number): string => (count === 0 ? 'are none' : count === 1 ? 'is 1' : `are ${count}`)

function countOf({ name, arity }: DirectiveFacts): string {
  return name === 'client-output-buffer-limit' && arity.multipleOf > 1 ? 'four arguments for each class' : rangeOf(arity)
}

function rangeOf({ min, max, multipleOf }: Arity): string {
  if (multipleOf === 2) return 'an even number of arguments'
  if (max === null) return `at least ${plural(min)}`
  return min === max ? (min === 1 ? 'one argument' : plural(min)) : `${min} to ${plural(max)}`
}

function adviceFor({ name }: DirectiveFacts, { node }: DirectiveUse): string {
  if (name === 'rename-command' && node.args.length === 1) return 'To remove the command write `""` behind it.'
  if (name === 'include' && node.args.length > 1) return 'Write an `include` line for each file.'
  return node.args.length === 0 ? 'Write the value, or take the line out.' : 'Take out what is too much; a value with blanks needs quotes.'
}

function fixOf(context: RuleContext, use: DirectiveUse, facts: DirectiveFacts): Fix | null {
  const { args } = use.node
  if (args.length < 2 || facts.arity.max !== 1) return null
  const size = meantValue(facts, args.map((word) => word.value))
  if (size !== null) return repair(`Write \`${size}\``, WILL_START, replaceArguments(use, size))
  if (facts.name === 'include') return severalIncludes(context, use)
  if (facts.type !== 'string' && facts.type !== 'sds') return null
  const text = args.map((word) => word.value).join(' ')
  return repair('Put the words in quotes, as one text', `${WILL_START} The value holds the blanks.`, replaceArguments(use, quoteWord(text)))
}

function severalIncludes({ project }: RuleContext, use: DirectiveUse): Fix {
  const text = project.confs.get(use.path)?.file.text ?? ''
  const eol = text.slice(use.node.span.start, use.node.span.end).endsWith('\r\n') ? '\r\n' : '\n'
  const lines = use.node.args.map((word) => text.slice(word.span.start, word.span.end)).join(`${eol}${use.node.name.value} `)
  return repair('Include each file with a line of its own', WILL_START, replaceArguments(use, lines))
}
