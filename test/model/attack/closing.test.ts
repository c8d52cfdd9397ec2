import { describe, expect, it } from 'vitest'
import { candidateCuts } from '../../../src/model/attack/candidate-changes.ts'
import { closingCuts } from '../../../src/model/attack/closing.ts'
import { attackFacts } from '../../../src/model/attack/foothold.ts'
import { attackPaths } from '../../../src/model/attack/index.ts'
import { minimalCuts } from '../../../src/model/attack/minimal-cuts.ts'
import { raises } from '../../../src/model/attack/raise.ts'
import { trialOf } from '../../../src/model/attack/trial.ts'
import { isWellKnown } from '../../../src/rules/auth/password-strength.ts'
import { dryRun, loadProject, memoryHost } from '../../../src/model/index.ts'

async function closings(files: Readonly<Record<string, string>>, target = 'redis@7.2.6') {
  const project = await loadProject({ entry: 'redis.conf', host: memoryHost(files), target })
  const server = dryRun(project)
  const paths = attackPaths(server, project, server.exposure(), isWellKnown)
  const trial = trialOf(project, { isWellKnown })
  const candidates = candidateCuts(paths, attackFacts(server, project, server.exposure(), isWellKnown))
  return { paths, trial, candidates, cuts: closingCuts(paths, candidates, trial) }
}

const CONFIGURATIONS = [
  { why: 'everything open', target: 'redis@7.2.6', files: { 'redis.conf': 'bind 0.0.0.0\nprotected-mode no\nenable-debug-command yes\nenable-module-command yes\nenable-protected-configs yes\n' } },
  { why: 'a release without users', target: 'redis@4.0', files: { 'redis.conf': 'bind 0.0.0.0\r\nport 6379\r\n' } },
  { why: 'two ways to log in', target: 'valkey@8.1', files: { 'redis.conf': 'bind 127.0.0.1\nuser default on >123456 ~* +@all\nuser web on nopass ~* +@all\n' } },
  { why: 'an ACL file', target: 'redis@8.0.6', files: { 'redis.conf': 'bind 127.0.0.1\naclfile users.acl\n', 'users.acl': 'user web on >foobared ~* +@all' } },
  { why: 'an included file in force', target: 'redis@7.2.6', files: { 'redis.conf': 'include more.conf\n', 'more.conf': 'bind 10.0.0.5\nprotected-mode no\n' } },
]

describe.each(CONFIGURATIONS)('$why', ({ files, target }) => {
  it('has cuts that close, and none of their lines is idle', async () => {
    const { cuts, trial, paths } = await closings(files, target)
    expect(cuts.size).toBeGreaterThan(paths.length / 2)
    for (const [id, sets] of cuts) {
      for (const cut of sets) {
        expect(trial.pathsAfter([cut])?.map((path) => path.id)).not.toContain(id)
        for (const change of cut.length > 1 ? cut : []) {
          const [first, ...rest] = cut.filter((each) => each !== change)
          if (first === undefined) continue
          expect(trial.pathsAfter([[first, ...rest]])?.map((path) => path.id) ?? [id], `${id} without ${change.line}`).toContain(id)
        }
      }
    }
  })

  it('gets better with every step of the plan', async () => {
    const { paths, candidates, trial } = await closings(files, target)
    const plan = raises(paths, candidates, trial)
    expect(plan.length).toBeGreaterThan(0)
    expect(plan.map(({ left }) => left)).toEqual([...plan.map(({ left }) => left)].sort((a, b) => b - a))
  })
})

it('changes the line that is in force, in the file it stands in', async () => {
  const { cuts } = await closings({ 'redis.conf': 'include more.conf\n', 'more.conf': 'bind 10.0.0.5\nprotected-mode no\n' })
  const [change] = cuts.get('flush@network')?.find((cut) => cut[0].line.startsWith('bind')) ?? []
  expect(change).toMatchObject({ path: 'more.conf', replaces: { span: { start: 0, end: 13 } }, line: 'bind 127.0.0.1 -::1' })
})

it('masks the secrets of a line it edits', async () => {
  const { cuts } = await closings({ 'redis.conf': 'bind 127.0.0.1\nuser default on >foobared ~* +@all\n' })
  const lines = [...cuts.values()].flat(2).map(({ line }) => line)
  expect(lines).toContain('user default on ~* +@all >{{password}}')
  expect(lines.join('\n')).not.toContain('foobared')
})

describe('minimalCuts', () => {
  /** `a` is closed by 1 or by 2 and 3 together, `b` by 3 alone, `c` by nothing; 4 keeps the server from starting. */
  const openAfter = (set: readonly number[]): ReadonlySet<string> | null => {
    if (set.includes(4)) return null
    const open = new Set(['a', 'b', 'c', 'd'])
    if (set.includes(1) || (set.includes(2) && set.includes(3))) open.delete('a')
    if (set.includes(3)) open.delete('b')
    if (set.includes(1) && set.includes(2)) open.delete('d')
    return open
  }
  it('finds the smallest sets and no larger one', () => {
    expect(Object.fromEntries(minimalCuts(['a', 'b', 'c', 'd'], [1, 2, 3, 4], openAfter))).toEqual({ a: [[1]], b: [[3]], d: [[1, 2]] })
  })
})
