import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeHost } from '../../src/cli/node-host.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'node-host-'))
  for (const folder of ['w/sub', 'w/.hid']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['a.conf', 'w/a.conf', 'w/x1.conf', 'w/x-.conf', 'w/x[1].conf', 'w/sub/b.conf', 'w/.hid/h.conf']) writeFileSync(join(root, file), '')
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

/** Compared with glob(3) of glibc in the C locale. */
test.each([
  ['*', ['a.conf', 'sub', 'x-.conf', 'x1.conf', 'x[1].conf']],
  ['*/', ['sub/']],
  ['a.conf/*', []],
  ['.*', ['.', '..', '.hid']],
  ['.*/a.conf', ['../a.conf', './a.conf']],
  ['.[!.]*', ['.hid']],
  ['*/../a.conf', ['sub/../a.conf']],
  ['x[[:digit:]].conf', ['x1.conf']],
  ['x[![:digit:]].conf', ['x-.conf']],
  ['x[[.-.]].conf', ['x-.conf']],
  ['x[1].conf', ['x1.conf']],
  ['x\\[1].conf', ['x[1].conf']],
  ['*\\', []],
])('%s', async (pattern, matches) => {
  expect(await nodeHost(join(root, 'w')).glob(pattern, join(root, 'w'))).toEqual(matches)
})
