import type { DirectiveUse } from '../../model/project.ts'
import type { Setting } from '../../model/server-model.ts'
import { removeLine } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { lostSavePoints } from './lost-save-points.ts'
import { wasSafer } from './safer-value.ts'

export const overriddenDirective: Rule = {
  meta: {
    id: 'overridden-directive',
    summary: 'a later line replaces what this one says',
    category: 'startup',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'safe',
    why: `The last line of a directive wins, in the order of reading, includes where they stand. An earlier one is dead, and who reads the file from the top
believes it. It is an error where the dead line was the safer one: \`protected-mode yes\` with a \`protected-mode no\` below it.`,
    fixing: 'A dead line is taken out where the line in force stands in the same file. A file that others may include is left alone.',
    bad: 'maxmemory 100mb\nmaxmemory 200mb\n',
    good: 'maxmemory 200mb\n',
    references: ['CWE-1164'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    // save-points-lost-after-include reports those.
    const reported = new Set<DirectiveUse['node']>(lostSavePoints(context).map(({ lost }) => lost.node))
    for (const setting of context.server.written) {
      if (setting.origin.kind === 'default') continue
      // A file that is included twice replaces its own lines, and none of them can go.
      const inForce = new Set(setting.origin.by.map(({ node }) => node))
      for (const use of setting.shadowed) {
        if (reported.has(use.node) || inForce.has(use.node)) continue
        reported.add(use.node)
        yield findingOf(context, setting, use)
      }
    }
  },
}

function findingOf(context: RuleContext, { name, origin }: Setting, use: DirectiveUse): Finding {
  const winner = origin.kind === 'set' ? origin.by[origin.by.length - 1] ?? origin.by[0] : use
  const here = winner.path === use.path
  const safer = wasSafer(name, use.node.args, winner.node.args)
  const where = here ? `line ${winner.node.number}` : `\`${winner.path}\` line ${winner.node.number}`
  return {
    at: { path: use.path, span: { start: use.node.name.span.start, end: use.node.args.at(-1)?.span.end ?? use.node.name.span.end } },
    message: sayTheSame(use, winner) ? `${where} says the same again` : `${where} replaces this${safer ? ', and is less safe' : ''}: the server uses that line`,
    related: [{ at: { path: winner.path, span: winner.node.name.span }, message: 'the line in force' }],
    ...(safer ? { severity: 'error' } as const : here ? {} : { severity: 'info' } as const),
    // Until it is replaced, `dir` is where includes are looked for.
    ...(here && !safer && name !== 'dir' ? { fix: fixOf(context, use) } : { advice: safer ? 'Take out the one that is not meant.' : 'Take this line out, or move it below.' }),
  }
}

function sayTheSame(a: DirectiveUse, b: DirectiveUse): boolean {
  const text = (use: DirectiveUse): string => JSON.stringify(use.node.args.map((word) => word.value))
  return text(a) === text(b)
}

function fixOf({ project }: RuleContext, use: DirectiveUse): Fix {
  return { title: 'Take the dead line out', kind: 'safe', consequence: 'Nothing: the line had no effect.', edits: [removeLine(project, use)] }
}
