import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyIgnores } from '../../src/apply-ignores.ts'
import { lint } from '../../src/lint.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'
import type { Project } from '../../src/model/project.ts'
import { ignoresOf } from '../../src/rules/ignore-comment.ts'

const projectOf = (text: string): Promise<Project> => loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': Buffer.from(text) }), target: 'redis@7.2' })

const LINES = [
  'unknwn yes\n', 'maxmemory nonsense\n', 'port 6379\n', '\n', '# a comment\n',
  '# redis-conf-lint: ignore unknown-directive -- because\n',
  '# redis-conf-lint: ignore unknown-directive, invalid-value -- because\n',
  '# redis-conf-lint: ignore-file invalid-value -- because\n',
]

test('what is hidden, and by which comments, is as if each finding were held against each comment', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { maxLength: 25 }), async (lines) => {
    const project = await projectOf(lines.join(''))
    const found = lint(project, { inlineIgnores: false })
    const comments = [...project.confs.values()].flatMap(ignoresOf)
    const hiders = found.map(({ rule, start }) => comments.filter(({ covers, rules }) =>
      covers !== null && rules.some(({ id }) => id === rule) && covers.start <= start.offset && start.offset < covers.end))
    const { kept, ignores } = applyIgnores(found, project)
    expect(kept).toEqual(found.filter((_, i) => hiders[i]?.length === 0))
    expect(ignores.map(({ used }) => [...used].sort())).toEqual(comments.map((comment) =>
      [...new Set(found.filter((_, i) => hiders[i]?.includes(comment)).map(({ rule }) => rule))].sort()))
  }), { numRuns: 200 })
})

test('many comments and many findings take no time for each pair', async () => {
  const project = await projectOf('# redis-conf-lint: ignore unknown-directive -- because\nport 1\n'.repeat(20_000))
  const [finding] = lint(await projectOf('unknwn yes\n')).filter(({ rule }) => rule === 'unknown-directive')
  if (finding === undefined) throw new Error('unreachable')
  const begin = performance.now()
  expect(applyIgnores(Array.from({ length: 20_000 }, () => finding), project).kept).toHaveLength(20_000)
  expect(performance.now() - begin).toBeLessThan(2000)
})
