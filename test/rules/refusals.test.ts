import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import { trialOf } from '../../src/report/start/trial.ts'

interface Recorded { readonly files: Readonly<Record<string, string>>; readonly sentinel?: true }

const FOLDER = join(import.meta.dirname, '../oracle/recorded/starts')
const TARGETS = ['redis@2.8', 'redis@5.0', 'redis@6.2', 'redis@7.2', 'redis@8.0', 'valkey@9.1']

/** A lint without an error, and a server that does not start, would be the worst that this program can do. */
test.each(readdirSync(FOLDER))('whatever keeps a server from starting is reported by a rule: %s', async (file) => {
  const silent: string[] = []
  for (const { files, sentinel } of JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded[]) {
    for (const target of TARGETS) {
      const mode = sentinel === true ? 'sentinel' : 'server'
      const project = await loadProject({ entry: Object.keys(files)[0] ?? '', host: memoryHost(files), target, mode })
      const missed = trialOf(project).refusals.filter(({ diagnostic }) => diagnostic === null)
      silent.push(...missed.map(({ problem }) => `${target} ${problem.code} ${JSON.stringify(files)}`))
    }
  }
  expect(silent).toEqual([])
})
