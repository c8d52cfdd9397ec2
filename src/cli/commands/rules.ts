import { rules as all } from '../../rules/list.ts'
import { wrap } from '../../report/wrap.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { format } from '../options.ts'

export const rules: Command = {
  name: 'rules',
  usage: 'rules',
  summary: 'every rule with its severity, and how far its fix goes',
  options: [format('pretty', 'json')],
  run,
}

function run(args: Args, io: Io): Promise<ExitCode> {
  const metas = all.map(({ meta }) => meta).sort((a, b) => (a.category === b.category ? compare(a.id, b.id) : compare(a.category, b.category)))
  if (args.text('format') === 'json') {
    io.out(`${JSON.stringify(metas.map(({ id, summary, category, severity, preset, fix, references }) => ({ id, summary, category, severity, preset, fix, references })), null, 2)}\n`)
    return Promise.resolve(0)
  }
  const longest = Math.max(...metas.map(({ id }) => id.length))
  for (const [i, meta] of metas.entries()) {
    if (meta.category !== metas[i - 1]?.category) io.out(`${i === 0 ? '' : '\n'}${io.palette.bold(meta.category)}\n`)
    const left = `  ${meta.id.padEnd(longest)}  ${meta.severity.padEnd(7)}  ${meta.fix.padEnd(9)}  `
    const [first = '', ...rest] = wrap(`${meta.summary}${meta.preset === 'strict' ? ' (strict)' : ''}`, Math.max(io.width - left.length, 20))
    io.out([left + first, ...rest.map((line) => ' '.repeat(left.length) + line)].map((line) => `${line}\n`).join(''))
  }
  return Promise.resolve(0)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
