import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dryRun, loadProject, memoryHost, reload } from '../../src/model/index.ts'
import { RELEASES, schemaFor, isUnknownTarget } from '../../src/schema/index.ts'

const target = fc.constantFrom(...RELEASES.map(({ id }) => id))

const names = [...new Set(RELEASES.flatMap(({ id }) => {
  const schema = schemaFor(id)
  return isUnknownTarget(schema) ? [] : schema.directives().flatMap((facts) => [facts.name, ...facts.aliases])
}))]

const value = fc.oneof(
  fc.constantFrom('', '0', '-1', '1tb', '1gb', 'yes', 'no', '""', "'", '"', '\\x00', '#', '(', 'default', 'on', '~*', '+@all', 'normal', '900', 'no one', 'a.conf', 'd/*', '%', '9'.repeat(40), '\xff', 'config|get', '{title', 'TLSv1.2'),
  fc.string({ maxLength: 12, unit: 'binary-ascii' }),
)
const line = fc.tuple(fc.constantFrom(...names, 'foo', 'mod.x'), fc.array(value, { maxLength: 6 })).map(([name, args]) => [name, ...args].join(' '))
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))
const files = fc.record({ 'redis.conf': text, 'a.conf': text, 'd/1': text, 'd/2': text })

describe('for any files and any release', () => {
  test('starting on paper never throws, and every problem has a place in a file', async () => {
    await fc.assert(fc.asyncProperty(files, target, fc.constantFrom('server' as const, 'sentinel' as const), async (files, target, mode) => {
      const project = await loadProject({ entry: 'redis.conf', host: memoryHost(files), target, mode })
      const server = dryRun(project)
      for (const { path, span } of server.problems) {
        const length = project.confs.get(path)?.file.text.length ?? project.acls.get(path)?.file.text.length ?? 0
        expect([span.start >= 0, span.end >= span.start, span.end <= length]).toEqual([true, true, true])
      }
      expect(server.starts).toBe(server.problems.length === 0)
      for (const [name, setting] of server.settings) expect(server.setting(name)?.value).toBe(setting.value)
    }), { numRuns: 300 })
  })

  test('reading the same texts again gives the same server', async () => {
    await fc.assert(fc.asyncProperty(files, target, async (files, target) => {
      const project = await loadProject({ entry: 'redis.conf', host: memoryHost(files), target })
      const again = reload(project, new Map())
      const values = (of: typeof project): unknown => dryRun(of).effective.map(({ name, value }) => [name, value])
      expect(again.steps.length).toBe(project.steps.length)
      expect(values(again)).toEqual(values(project))
      expect(dryRun(again).problems).toEqual(dryRun(project).problems)
    }), { numRuns: 100 })
  })

  test('a later line of a single value is what counts', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(1000), fc.nat(1000), target, async (first, second, target) => {
      const host = memoryHost({ 'redis.conf': `timeout ${first}\ntimeout ${second}\n` })
      const setting = dryRun(await loadProject({ entry: 'redis.conf', host, target })).setting('timeout')
      expect([setting?.value, setting?.shadowed.length]).toEqual([String(second), 1])
    }), { numRuns: 30 })
  })
})

test('twenty thousand lines take time in proportion', async () => {
  const lines = ['timeout 5', 'save 900 1', 'client-output-buffer-limit normal 0 0 0', 'bind 127.0.0.1', 'mod.x 1']
  const run = async (count: number): Promise<number> => {
    const text = Array.from({ length: count }, (_, i) => lines[i % lines.length]).join('\n')
    const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': text }), target: 'redis@7.2' })
    const began = performance.now()
    dryRun(project)
    return performance.now() - began
  }
  await run(1000)
  expect(await run(20_000)).toBeLessThan(1000)
})
