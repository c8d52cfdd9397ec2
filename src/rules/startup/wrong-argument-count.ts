import type { DirectiveUse } from '../../model/project.ts'
import { quoteWord } from '../../parser/index.ts'
import type { Arity, DirectiveFacts, Schema } from '../../schema/schema.ts'
import { lineEndOf, replaceArguments } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { correction } from './correction.ts'
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
      const fix = takenApart(use, context) ?? fixOf(use, facts, schema)
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

function adviceFor({ name, arity }: DirectiveFacts, { node }: DirectiveUse): string {
  if (name === 'rename-command' && node.args.length === 1) return 'To remove the command write `""` behind it.'
  if (name === 'include' && node.args.length > 1) return 'Write an `include` line for each file.'
  if (node.args.length === 0) return 'Write the value, or take the line out.'
  const isTooMuch = node.args.length > (arity.max ?? Infinity) && node.args.length > arity.min
  return isTooMuch ? 'Take out what is too much; a value with blanks needs quotes.' : 'Write what is missing, or take the line out.'
}

function fixOf(use: DirectiveUse, facts: DirectiveFacts, schema: Schema): Fix | null {
  return splitAgain(use, facts) ?? withoutEquals(use, facts) ?? sizeInOneWord(use, facts, schema) ?? textInQuotes(use, facts)
}

/**
 * `rename-command A ""rename-command B ""`, where text may follow a closing quote: what stands behind the quote is the
 * name of another directive.
 */
function takenApart({ path, node }: DirectiveUse, { schema, project }: RuleContext): Fix | null {
  const text = project.confs.get(path)?.file.text ?? ''
  for (const { span } of node.args) {
    const [, closed = '', name = ''] = /^("[^"]*"|'[^']*')([^"'\s]+)$/.exec(text.slice(span.start, span.end)) ?? []
    if (name === '' || schema.directive(name) === null) continue
    const at = span.start + closed.length
    return repair('Give each directive a line of its own', WILL_START, { path, span: { start: at, end: at }, newText: lineEndOf(text, node.span) })
  }
  return null
}

/** Quotes around all the words of a list, which only later releases open again. */
function splitAgain(use: DirectiveUse, { arity }: DirectiveFacts): Fix | null {
  const [only, ...more] = use.node.args
  const words = only?.value.trim().split(/\s+/) ?? []
  if (more.length > 0 || words.length < 2 || words.length !== arity.min) return null
  return repair('Write the words without quotes', WILL_START, replaceArguments(use, words.join(' ')))
}

/** `port = 6379` */
function withoutEquals(use: DirectiveUse, { arity }: DirectiveFacts): Fix | null {
  const [equals, ...values] = use.node.args
  if (equals?.value !== '=' || values.length !== arity.min) return null
  return repair('Write it without `=`', WILL_START, replaceArguments(use, values.map((word) => quoteWord(word.value)).join(' ')))
}

/** `1 gb` */
function sizeInOneWord(use: DirectiveUse, facts: DirectiveFacts, schema: Schema): Fix | null {
  const [number, unit, ...more] = use.node.args
  if (more.length > 0 || !/^[\d.]+$/.test(number?.value ?? '') || !/^[a-z]+$/i.test(unit?.value ?? '')) return null
  const size = correction(use, facts, schema)
  return size === null ? null : repair(`Write \`${size}\``, WILL_START, replaceArguments(use, size))
}

/** Old releases read these with a setter of their own. */
const TEXTS: ReadonlySet<string> = new Set(['requirepass', 'masterauth', 'dir', 'logfile'])

function textInQuotes(use: DirectiveUse, { name, type, arity }: DirectiveFacts): Fix | null {
  const { args } = use.node
  const isText = type === 'string' || type === 'sds' || TEXTS.has(name)
  if (args.length < 2 || arity.max !== 1 || !isText) return null
  const text = args.map((word) => word.value).join(' ')
  return repair('Put the words in quotes, as one text', `${WILL_START} The value holds the blanks.`, replaceArguments(use, quoteWord(text)))
}
