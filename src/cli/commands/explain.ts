import { rules } from '../../rules/list.ts'
import type { RuleMeta } from '../../rules/rule.ts'
import { wrap } from '../../report/wrap.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { nearest } from '../nearest.ts'
import { misuse, type Problem } from '../problem.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'explain RULE',
  summary: 'what a rule is about: why it matters, what its fix does, an example',
  options: [],
  examples: ['wildcard-bind'],
  run,
}

function run({ operands }: Args, io: Io): Promise<ExitCode | Problem> {
  const [id] = operands
  if (id === undefined || operands.length > 1) return Promise.resolve(misuse('explain takes the id of one rule; `redis-conf-lint rules` lists them'))
  const rule = rules.find(({ meta }) => meta.id === id)
  if (rule === undefined) {
    const near = nearest(id, rules.map(({ meta }) => meta.id))
    return Promise.resolve(misuse(`there is no rule \`${id}\`${near === null ? '; `redis-conf-lint rules` lists them' : `; did you mean \`${near}\`?`}`))
  }
  io.out(`${page(rule.meta, io).join('\n')}\n`)
  return Promise.resolve(0)
}

function page(meta: RuleMeta, { palette, width }: Io): readonly string[] {
  const section = (title: string, lines: readonly string[]): readonly string[] => ['', palette.bold(title), ...lines.map((line) => `  ${line}`.trimEnd())]
  const prose = (text: string): readonly string[] => text.trim().split(/\n{2,}/).flatMap((paragraph, i) => [
    ...(i === 0 ? [] : ['']), ...wrap(paragraph.replaceAll('\n', ' '), width - 2),
  ])
  const code = (text: string): readonly string[] => text.trimEnd().split('\n').map((line) => `  ${line}`)
  return [
    ...wrap(`${meta.id}: ${meta.summary}`, width).map((line) => line.replace(meta.id, palette.bold)),
    `${meta.category}, ${meta.severity}${meta.byExposure === true ? ' where the network can reach the server' : ''}${meta.preset === 'strict' ? ', with --preset strict' : ''}`,
    ...section('Why', prose(meta.why)),
    ...section(meta.fix === 'none' ? 'Fix' : `Fix (${meta.fix})`, prose(meta.fixing)),
    ...section('Found in', code(meta.bad)),
    ...section('Not in', code(meta.good)),
    ...section('References', meta.references),
  ]
}
