/**
 * How far the model agrees with what real servers did: `npm run verdicts -- FILE… [--at-least 99.5] [--show 10] [--kind K]`.
 * The format of the files is that of ../shared/verdicts/README.md. Exits 1 below the threshold.
 */
import { dryRun, loadProject, memoryHost, type Project, type ServerModel } from '../src/model/index.ts'
import { readCases, type Case } from './verdicts/cases.ts'
import type { Comparison } from './verdicts/comparison.ts'
import { compareStart } from './verdicts/start.ts'
import { compareUsers } from './verdicts/users.ts'
import { agreement, count, described, newTally, table, type Tally } from './verdicts/tally.ts'

/** Every comparison looks at every case, and says nothing where it has nothing to say. */
const COMPARISONS: readonly Comparison[] = [compareStart, compareUsers]

interface Options {
  readonly files: readonly string[]
  readonly atLeast: number
  readonly show: number
  readonly kind: string | null
}

function optionsOf(args: readonly string[]): Options {
  const value = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const files = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1]?.startsWith('--') !== true)
  return { files, atLeast: Number(value('--at-least') ?? 99.5), show: Number(value('--show') ?? 5), kind: value('--kind') ?? null }
}

async function serverOf({ target, files, family }: Case): Promise<ServerModel> {
  const mode: Project['kind'] = family === 'sentinel' ? 'sentinel' : 'server'
  return dryRun(await loadProject({ entry: 'redis.conf', host: memoryHost(files), target, mode }))
}

async function tallyOf(path: string): Promise<Tally> {
  const tally = newTally()
  const bare = new Map<string, ServerModel>()
  for (const testCase of readCases(path)) {
    const standard = bare.get(testCase.target) ?? await serverOf({ ...testCase, files: { 'redis.conf': '' } })
    bare.set(testCase.target, standard)
    try {
      const server = await serverOf(testCase)
      for (const compare of COMPARISONS) for (const answer of compare(testCase, server, standard)) count(tally, testCase, answer)
    } catch (error) {
      count(tally, testCase, { kind: 'exception', expected: 'none', actual: error instanceof Error ? error.stack ?? '' : String(error) })
    }
  }
  return tally
}

async function main(): Promise<void> {
  const { files, atLeast, show, kind } = optionsOf(process.argv.slice(2))
  for (const path of files) {
    const began = performance.now()
    const tally = await tallyOf(path)
    const percent = agreement(tally)
    console.log(`${path}: ${percent.toFixed(3)} % in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    console.log(`${table(tally.byKind)}\n${table(tally.byTarget)}`)
    const shown = tally.differing.filter(({ answer }) => kind === null ? answer.kind !== 'message' : answer.kind === kind).slice(0, show)
    for (const found of shown) console.log(described(found, true))
    if (percent < atLeast) process.exitCode = 1
  }
  if (files.length === 0) {
    console.error('usage: npm run verdicts -- FILE… [--at-least 99.5] [--show 5] [--kind started|line|stage|config|…]')
    process.exitCode = 2
  }
}

await main()
