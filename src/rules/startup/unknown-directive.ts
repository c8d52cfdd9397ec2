import type { DirectiveUse, Project } from '../../model/project.ts'
import type { Word } from '../../parser/conf-tree.ts'
import type { StartProblem } from '../../model/server-model.ts'
import { knownWhere } from '../../schema/index.ts'
import { releaseName } from '../release-name.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import { FORKS, forkWith } from './fork-directives.ts'
import { meantName } from './meant-name.ts'
import { refusals } from './refusals.ts'
import { repair, WILL_START } from './repair.ts'
import { retired } from './retired-directives.ts'

export const unknownDirective: Rule = {
  meta: {
    id: 'unknown-directive',
    summary: 'no release knows a directive of this name',
    category: 'startup',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel'],
    fix: 'repair',
    why: `One slip in a name and the server does not come back after the next restart. Since 7.0 a name with a dot, and since Redis 8 any name, is first
kept for a module; the server then stops after loading modules, without naming a line, and a sentinel starts as if nothing were wrong.`,
    fixing: 'The name is replaced where one known name is nearest to it, or is what other programs call the same. Read the line before you apply it.',
    bad: 'maxmemry 100mb\n',
    good: 'maxmemory 100mb\n',
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const { schema } = context
    for (const { problem, use } of refusals(context, 'unknown-directive', 'unclaimed-module-setting', 'module-setting-without-value')) {
      if (use === null || isKnownSomewhere(context, use)) continue
      const fix = fixOf(context, use)
      const meant = meantName(wordOf(context, use), schema)
      yield {
        at: { path: use.path, span: use.node.name.span },
        message: `${outcome(context, use, problem)}${meant === null ? '' : meant === wordOf(context, use).toLowerCase() ? `; it is \`${meant}\`, and then a blank` : `; did you mean \`${meant}\`?`}`,
        ...(fix === null ? { advice: adviceFor(use) } : { fix }),
        ...(schema.release.newer ? { severity: 'warning', confidence: 'likely' } as const : {}),
      }
    }
  },
}

/** The name as far as it can be one: `requirepass=x` holds a password, as does `requirepass"x"`. */
function wordOf({ project }: RuleContext, { path, node: { name } }: DirectiveUse): string {
  return /^[\w.-]{0,60}/.exec(writtenName(project, path, name))?.[0] ?? ''
}

/** As it stands in the file: what quotes stand within it, its value does not tell. */
function writtenName(project: Project, path: string, name: Word): string {
  const written = project.confs.get(path)?.file.text.slice(name.span.start, name.span.end) ?? ''
  return (/^["']/.test(written) ? name.value : written).replace(/^--/, '')
}

/** Part of it is a secret, even where nothing tells it from the name: `requirepassx`. */
const isSecret = (context: RuleContext, { node }: DirectiveUse): boolean => context.quote(node.name) === '`•••`'

/** Then another rule says since or until when. */
function isKnownSomewhere({ schema }: RuleContext, { node }: DirectiveUse): boolean {
  const name = node.name.value
  return schema.directive(name) !== null || retired(name) !== null || knownWhere(name) !== null
}

function outcome(context: RuleContext, use: DirectiveUse, { code, line }: StartProblem): string {
  const { schema } = context
  const word = wordOf(context, use)
  const name = word === '' || isSecret(context, use) || schema.directive(word) !== null ? 'of this name' : `\`${word}\``
  const release = releaseName(schema.release)
  if (code === 'unclaimed-module-setting') return `${release} keeps the unknown ${name === 'of this name' ? 'name' : name} for a module and, as none claims it, stops once modules are loaded`
  return line > 0 ? `${release} knows no directive ${name} and stops at this line` : `${release} knows no directive ${name}`
}

function adviceFor({ node }: DirectiveUse): string {
  const name = node.name.value.toLowerCase()
  const fork = forkWith(name)
  if (fork !== null) return `Only ${FORKS[fork]} knows \`${name}\`: take the line out, or run ${FORKS[fork]}.`
  if (/^(?:;|\/\/|--|\/\*|<!|\[)/.test(name)) return 'Begin a comment with `#`.'
  return 'Take the line out, or correct its name.'
}

function fixOf(context: RuleContext, use: DirectiveUse): Fix | null {
  const { name } = use.node
  if (/^(?:;|\/\/)/.test(name.value)) {
    return repair('Make it a comment', WILL_START, { path: use.path, span: { start: name.span.start, end: name.span.start }, newText: '# ' })
  }
  return withoutConfigSet(context, use) ?? withMeantName(context, use)
}

/** `config set NAME VALUE`, as one would type it to a running server. */
function withoutConfigSet({ schema }: RuleContext, { path, node: { name, args } }: DirectiveUse): Fix | null {
  const [verb, setting] = args
  if (name.value.toLowerCase() !== 'config' || verb?.value.toLowerCase() !== 'set' || setting === undefined) return null
  if (schema.directive(setting.value) === null) return null
  return repair('Write the setting without CONFIG SET', WILL_START, { path, span: { start: name.span.start, end: setting.span.start }, newText: '' })
}

/** `port=6379`, `port: 6379` and `port"6379"` are taken apart as well. */
function withMeantName(context: RuleContext, use: DirectiveUse): Fix | null {
  const { schema } = context
  const { path, node: { name, args } } = use
  const meant = meantName(wordOf(context, use), schema)
  const whole = /^[\w.-]+(?:[:=]+([^:=].*)|(["'].*))?[:=]*$/.exec(writtenName(context.project, path, name))
  if (meant === null || whole === null) return null
  const glued = whole[1] ?? whole[2]
  if (glued !== undefined && args.length > 0) return null
  return repair(`Write \`${meant}\``, WILL_START, { path, span: name.span, newText: glued === undefined ? meant : `${meant} ${glued}` })
}
