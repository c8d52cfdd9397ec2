import type { DirectiveUse } from '../../model/project.ts'
import type { Misread } from '../../model/server-model.ts'
import { lineEndOf, removeLine, replaceArguments } from '../directive-edits.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { correction } from './correction.ts'
import { commentWord } from './comment-words.ts'
import { repair } from './repair.ts'
import { whatItTakes } from './value-range.ts'

export const silentlyMisreadValue: Rule = {
  meta: {
    id: 'silently-misread-value',
    summary: 'a value that the server takes for another one, and says nothing',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `Up to 5.0 numbers and sizes are read as far as they make sense: \`maxmemory 1tb\` is 0, no limit at all, and \`timeout abc\` is 0, never. Up to 6.2
\`save 900\` is nothing. The server starts, and is not what the file says.`,
    fixing: 'A value is replaced where there is one way to read it, so that the server then does what the line says.',
    bad: '# redis-conf-lint: target redis@5.0\nmaxmemory 1tb\n',
    good: '# redis-conf-lint: target redis@5.0\nmaxmemory 1024gb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema, server } = context
    for (const misread of server.misreads) {
      const { use, word } = misread
      const facts = schema.directive(use.node.name.value)
      if (facts === null || commentWord(use.node, schema) !== null) continue
      const range = whatItTakes(facts, schema)
      const fix = fixOf(context, misread)
      yield {
        at: { path: use.path, span: isNoOne(use) ? use.node.args[0]?.span ?? word.span : word.span },
        message: messageOf(context, misread, facts.name),
        ...(fix === null ? { advice: range === null ? 'Write what you mean in full.' : `Write ${range}.` } : { fix }),
      }
    }
  },
}

/** What it means where 0 is not just a number. */
const ZERO: Readonly<Record<string, string>> = {
  'maxmemory': 'no limit', 'timeout': 'never', 'maxclients': 'none', 'tcp-keepalive': 'off', 'port': 'no TCP port', 'repl-timeout': 'none',
}

function messageOf(context: RuleContext, { use, word, takenAs }: Misread, name: string): string {
  const release = releaseName(context.schema.release)
  if (isNoOne(use)) return `${release} knows no \`no one\` in a file: it replicates from a host called \`no\`, port 0, and says nothing`
  const dropped = name === 'save' && context.schema.has('first-save-of-text-wipes') ? ', drops the default save points' : ''
  if (takenAs === null || name === 'save') return `${release} passes over this \`${name}\` line${dropped} and says nothing`
  const zero = takenAs === '0' && Object.hasOwn(ZERO, name) ? `, ${ZERO[name] ?? ''},` : ''
  return `${release} reads ${context.quote(word)} as \`${takenAs}\`${zero} and says nothing`
}

function isNoOne({ node }: DirectiveUse): boolean {
  return node.args.map((word) => word.value.toLowerCase()).join(' ') === 'no one'
}

function fixOf({ project, schema }: RuleContext, { use }: Misread): Fix | null {
  if (isNoOne(use)) return repair('Take the line out', 'The server starts as a master.', removeLine(project, use))
  const facts = schema.directive(use.node.name.value)
  const meant = facts === null ? null : correction(use, facts, schema)
  if (meant === null) return null
  const title = meant.includes('\n') ? 'Give each save point a line of its own' : `Write \`${meant}\``
  const eol = lineEndOf(project.confs.get(use.path)?.file.text ?? '', use.node.span)
  return repair(title, 'The setting becomes what the line says.', replaceArguments(use, meant.replaceAll('\n', eol)))
}
