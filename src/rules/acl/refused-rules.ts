import type { AclRule } from '../../parser/acl-tree.ts'
import { parseAclRules, splitWords } from '../../parser/index.ts'
import type { Location } from '../../parser/source-file.ts'
import type { StartProblem } from '../../model/server-model.ts'
import { RELEASES, schemaFor, isUnknownTarget, type Schema } from '../../schema/index.ts'
import { releaseName } from '../release-name.ts'
import type { RuleContext } from '../rule.ts'

/** A rule of a user that keeps the server from starting. */
export interface RefusedRule {
  readonly at: Location
  /** The server's number of the line. */
  readonly line: number
  readonly rule: AclRule
  /** What the server logs about it. */
  readonly reason: string
  /** Known in another release: since when, or until when. */
  readonly knownSince: string | null
}

/** The rules of users that this release refuses, each with what it is. */
export function* refusedRules(context: RuleContext): Iterable<RefusedRule> {
  for (const problem of context.server.problems) {
    if (problem.code !== 'acl-user') continue
    const rule = ruleOf(problem, context)
    if (rule !== null) yield { at: { path: problem.path, span: problem.span }, line: problem.line, rule, reason: problem.detail ?? problem.message, knownSince: sinceWhen(rule, context.schema) }
  }
}

function ruleOf({ path, span }: StartProblem, { project }: RuleContext): AclRule | null {
  const acl = project.acls.get(path)
  const text = (acl ?? project.confs.get(path))?.file.text.slice(span.start, span.end) ?? ''
  const words = acl === undefined ? splitWords(text, project.schema.dialect).words
    : text.split(' ').map((value) => ({ kind: 'word' as const, span, value, quoted: false }))
  return parseAclRules(words)[0] ?? null
}

/** The oldest release, of those newer than this one, that takes the rule. */
function sinceWhen(rule: AclRule, schema: Schema): string | null {
  for (const release of RELEASES) {
    const other = schemaFor(release.id)
    if (isUnknownTarget(other) || !takes(other, rule) || takes(schema, rule)) continue
    return releaseName(release)
  }
  return null
}

/** Does a release have what the rule is written with? */
function takes(schema: Schema, rule: AclRule): boolean {
  switch (rule.kind) {
    case 'channels':
      return schema.has('acl-channels')
    case 'selector':
      return schema.has('acl-selectors')
    case 'databases':
      return schema.has('acl-databases')
    case 'keys':
      return rule.permissions === null || schema.has('acl-key-permissions')
    case 'keyword':
      return takesKeyword(schema, rule.keyword)
    case 'command':
      return takesCommand(schema, rule)
    default:
      return true
  }
}

function takesKeyword(schema: Schema, keyword: string): boolean {
  if (keyword.endsWith("channels")) return schema.has('acl-channels')
  if (keyword.includes('sanitize')) return schema.has('acl-sanitize-rules')
  if (keyword.endsWith("dbs")) return schema.has('acl-databases')
  return keyword !== 'clearselectors' || schema.has('acl-selectors')
}

function takesCommand(schema: Schema, { allow, command, subcommand }: Extract<AclRule, { kind: 'command' }>): boolean {
  const facts = schema.commands.get(command.toLowerCase())
  if (facts === null) return false
  if (subcommand === null) return true
  if (!schema.has('acl-knows-subcommands')) return allow
  return facts.subcommands.length === 0 ? allow : schema.commands.get(`${command}|${subcommand}`.toLowerCase()) !== null
}

/** Refused for what it is written with, and not for what it says. */
export const isKnownElsewhere = (reason: string, knownSince: string | null): knownSince is string =>
  knownSince !== null && /Unknown command or category|Syntax error/.test(reason)
