import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stockConfig } from './stock-config.ts'

/** A cold lint of a stock redis.conf, as a multiple of what Node takes to do nothing: medians of runs in turn. */
const LIMIT = 1.6
const RUNS = Number(process.argv[2] ?? 15)

const folder = mkdtempSync(join(tmpdir(), 'start-up-'))
const config = join(folder, 'redis.conf')
writeFileSync(config, stockConfig())
if (!existsSync('dist/cli.js')) throw new Error('there is no dist/: npm run dist')

const commands = { node: ['-e', '0'], lint: ['dist/cli.js', '--target', 'redis@7.2', config] }
const times = { node: [] as number[], lint: [] as number[] }
for (let run = 0; run < RUNS; run++) {
  for (const name of ['node', 'lint'] as const) times[name].push(timeOf(commands[name]))
}
rmSync(folder, { recursive: true })

const node = median(times.node)
const lint = median(times.lint)
console.log(`node -e 0: ${node.toFixed(1)} ms; lint of a stock redis.conf: ${lint.toFixed(1)} ms; ${(lint / node).toFixed(2)} times, of at most ${LIMIT}`)
process.exitCode = lint / node <= LIMIT ? 0 : 1

function timeOf(args: readonly string[]): number {
  const begin = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args)
  if (status === null || status > 1) throw new Error(String(stderr))
  return Number(process.hrtime.bigint() - begin) / 1e6
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}
