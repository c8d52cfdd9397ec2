import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import type { Project } from '../../src/model/project.ts'
import { dryRun } from '../../src/model/dry-run.ts'
import { lint } from '../../src/lint.ts'
import { isEligible } from '../../src/fixer/candidates.ts'
import { fixProject } from '../../src/fixer/fix-project.ts'
import type { FixOptions, FixResult } from '../../src/fixer/fix-result.ts'

const SAMPLES = join(import.meta.dirname, '../../samples')
/** Real files, of any quality; not part of the project. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus')
const TARGETS = ['redis@8.0', 'redis@3.2', 'valkey@9.1', 'redis@6.2']

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => /\.(?:conf|acl)$/.test(name)).map((name) => join(folder, name))
}

/** Every third of them, so that the tests stay fast; `ALL=1` takes all. */
const corpus = filesIn(CORPUS).filter((_, i) => process.env['ALL'] !== undefined || i % 3 === 0)
const files = [...filesIn(SAMPLES), ...corpus]

function options(): FixOptions {
  let count = 0
  return {
    preset: 'strict',
    today: '2026-11-21',
    inputs: { generatePassword: () => createHash('sha256').update(String(++count)).digest('hex'), values: { bind: '10.0.0.5' } },
  }
}

const load = (path: string, target: string): Promise<Project> => {
  const name = path.replace(/^.*\//, '')
  const beside = files.filter((other) => other.startsWith(SAMPLES) && path.startsWith(SAMPLES))
  const entries = [path, ...beside].map((file) => [file.startsWith(SAMPLES) ? `samples/${file.replace(/^.*\//, '')}` : file.replace(/^.*\//, ''), readFileSync(file)] as const)
  const entry = path.startsWith(SAMPLES) ? `samples/${name}` : name
  return loadProject({ entry, host: memoryHost(Object.fromEntries(entries)), target })
}

async function fixed(project: Project, target: string, { files: changed }: FixResult): Promise<Project> {
  const texts = [...project.confs.values(), ...project.acls.values()].map(({ file }) => [file.path, changed.get(file.path)?.after ?? file.text] as const)
  return loadProject({ entry: project.entry, host: memoryHost(Object.fromEntries(texts)), target, mode: project.kind })
}

describe('fixing real files', () => {
  test.each(files.map((file, i) => [file.replace(/^.*\//, ''), file, TARGETS[i % TARGETS.length] ?? ''] as const))('%s', async (_, file, target) => {
    const project = await load(file, target)
    const result = fixProject(project, options())
    expect(result.passes).toBeLessThan(10)
    expect(result.rejected.map(({ rule, because }) => `${rule}: ${because}`)).toEqual([])
    const left = result.left.filter((diagnostic) => isEligible(diagnostic, options()))
    expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    const again = await fixed(project, target, result)
    expect(fixProject(again, options()).files.size).toBe(0)
    if (dryRun(project).starts) expect(dryRun(again).problems).toEqual([])
    expect(lint(again, options()).length).toBe(result.left.length)
  })
})
