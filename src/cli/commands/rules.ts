import { rules as all } from '../../rules/list.ts'
import { wrap } from '../../report/wrap.ts'
import type { Args, Command, ExitCode, Io } from '../command.ts'
import { format } from '../options.ts'

export const rules: Command = {
  name: 'rules',
  usage: 'rules',
  summary: 'every rule with its severity, and how far its fix goes',
  options: [format('pretty', 'json')],
  most: 0,
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
    io.out(row(left, `${meta.summary}${meta.preset === 'strict' ? ' (strict)' : ''}`, io))
  }
  return Promise.resolve(0)
}

/** Less than this, and the summary gets lines of its own. */
const NARROW = 40

/** One line, which grep finds whole; in a terminal as many as it takes. */
function row(left: string, summary: string, { isTerminal, width }: Io): string {
  if (!isTerminal) return `${left}${summary}\n`
  const beside = width - left.length >= NARROW
  const lines = wrap(summary, beside ? width - left.length : width - 4)
  const indented = lines.map((line, i) => (beside ? `${i === 0 ? left : ' '.repeat(left.length)}${line}` : `    ${line}`))
  return (beside ? indented : [left.trimEnd(), ...indented]).map((line) => `${line}\n`).join('')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
