import type { Location } from '../parser/source-file.ts'
import { setDirective, useInForce } from './directive-edits.ts'
import { liveForm } from './live-form.ts'
import type { Fix, RuleContext } from './rule.ts'

/** A setting in force, or `fallback` where the release has no such setting. */
export function valueOf({ server }: Pick<RuleContext, 'server'>, name: string, fallback = ''): string {
  return server.setting(name)?.value ?? fallback
}

/** The primary this server copies from, as `host port`; empty where it is none's replica. Before Redis 5 the line is called slaveof. */
export function primaryOf(context: Pick<RuleContext, 'server'>): string {
  return valueOf(context, 'replicaof', valueOf(context, 'slaveof'))
}

/** The arguments of the line that a setting comes from; the start of the entry file where it is on its default. */
export function placeOf(context: RuleContext, name: string): Location {
  const use = useInForce(context, name)
  if (use === undefined) return startOf(context)
  const { name: word, args } = use.node
  return { path: use.path, span: { start: (args[0] ?? word).span.start, end: (args.at(-1) ?? word).span.end } }
}

/** Where a finding about something that no line says is shown. */
export function startOf({ project: { entry } }: Pick<RuleContext, 'project'>): Location {
  return { path: entry, span: { start: 0, end: 0 } }
}

/** `(default)` behind a value that no line says. */
export function sayDefault({ server }: RuleContext, name: string): string {
  return server.setting(name)?.origin.kind === 'default' ? ' by default' : ''
}

/** A hardening fix that makes one setting say something else. */
export function settingFix(context: RuleContext, name: string, value: string, texts: Pick<Fix, 'title' | 'consequence'>): Fix {
  return { ...texts, kind: 'hardening', live: liveForm(context, name, value), get edits() { return [setDirective(context, name, value)] as const } }
}
