import type { DirectiveUse } from '../../model/project.ts'
import type { StartProblem } from '../../model/server-model.ts'
import type { SentinelFacts } from '../../schema/schema.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { nearest } from './meant-name.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'

export const refusedSentinelLine: Rule = {
  meta: {
    id: 'refused-sentinel-line',
    summary: 'a sentinel line that is refused',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `\`sentinel\` lines have a language of their own: each names a master that a \`monitor\` line made known (up to 6.0 further up, since then anywhere), and
their numbers are read as far as they make sense. Host names need \`sentinel resolve-hostnames yes\` from 6.2 on. Outside of sentinel mode the server refuses them all.`,
    fixing: 'A misspelled name is corrected where one is nearest.',
    bad: 'sentinel monitor mymaster 127.0.0.1 6379 0\n',
    good: 'sentinel monitor mymaster 127.0.0.1 6379 2\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    for (const { problem, use } of refusals(context, 'sentinel-statement', 'sentinel-directive')) {
      if (use === null) continue
      const fix = fixOf(context, use)
      yield {
        at: problem,
        message: `${releaseName(schema.release)} stops at this line: ${reason(context, use, problem)}`,
        ...(fix === null ? { advice: adviceFor(problem) } : { fix }),
      }
    }
  },
}

function reason(context: RuleContext, { node }: DirectiveUse, { code, message }: StartProblem): string {
  if (code === 'sentinel-directive') return 'it was not started as a sentinel'
  const [word] = node.args
  const facts = context.schema.sentinel(word?.value ?? '')
  if (!message.startsWith('Unrecognized')) return `"${message.replace(/\.$/, '')}"`
  return facts === null ? `no sentinel statement of this release is called ${word === undefined ? 'so' : context.quote(word)}` : `\`sentinel ${facts.name}\` takes ${countOf(facts)}, not ${node.args.length - 1}`
}

function countOf({ arity: { min, max } }: SentinelFacts): string {
  return min === max || max === null ? `${min} argument${min === 1 ? '' : 's'}` : `${min} or ${max} arguments`
}

function adviceFor({ code, message }: StartProblem): string {
  if (code === 'sentinel-directive') return 'Start it with `--sentinel`, or keep these lines in a file of their own.'
  if (message.startsWith('No such master')) return 'Write a `sentinel monitor` line for this master above it.'
  if (message.includes('resolve')) return 'Write the address, or from 6.2 on `sentinel resolve-hostnames yes`.'
  if (message.includes('script')) return 'Give the path of a file that the sentinel may execute.'
  return 'Correct the line, or take it out.'
}

function fixOf({ schema }: RuleContext, { path, node }: DirectiveUse): Fix | null {
  const [word] = node.args
  if (word === undefined || schema.sentinel(word.value) !== null) return null
  const meant = nearest(word.value.toLowerCase(), schema.sentinelDirectives().flatMap((facts) => [facts.name, ...facts.aliases]))
  return meant === null ? null : repair(`Write \`${meant}\``, WILL_START, { path, span: word.span, newText: meant })
}
