import { expect, test } from 'vitest'
import { loadedUsers, type LoadedUser } from '../../src/model/acl/index.ts'
import { dryRun, loadProject, memoryHost } from '../../src/model/index.ts'
import { differenceOf, printDifference } from '../../src/report/acl/difference.ts'

async function usersOf(rules: string): Promise<ReadonlyMap<string, LoadedUser>> {
  const files = { 'users.acl': `user u on ${rules}\n` }
  const server = dryRun(await loadProject({ entry: 'users.acl', host: memoryHost(files), target: 'valkey@9.1' }))
  return new Map([...loadedUsers(server)].map((user) => [user.name, user]))
}

test.each([
  ['(+set ~b:*)', '(-@all +set ~b:*)'],
  ['()', '(-@all)'],
  ['(+get ~a &c db=2,1)', '(-@all +get ~a &c db=1,2)'],
  ['(+get resetdbs)', '(-@all +get resetdbs)'],
])('a selector that was added: %s', async (selector, printed) => {
  const [difference] = differenceOf(await usersOf('+set +get'), await usersOf(`+set +get ${selector}`))
  expect(difference === undefined ? '' : printDifference(difference)).toBe(`u\n  ~ selectors: none → ${printed}\n`)
})
