import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.ts'
import type { Host } from '../../src/model/host.ts'
import { loadProject } from '../../src/model/load.ts'
import { memoryHost } from '../../src/model/memory-host.ts'

/** Lines of `rule` on a disk whose files have these modes. */
async function messages(rule: string, files: Readonly<Record<string, { text: string, mode: number }>>): Promise<readonly string[]> {
  const host: Host = {
    ...memoryHost(Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text]))),
    stat: (path) => Promise.resolve({ mode: files[path.slice(1)]?.mode ?? 0o755, uid: 0, gid: 0 }),
  }
  const project = await loadProject({ entry: Object.keys(files)[0] ?? '', host })
  return lint(project).filter((diagnostic) => diagnostic.rule === rule).map(({ path, message }) => `${path}: ${message}`)
}

describe('file-readable-by-others', () => {
  const why = 'the file holds a plaintext password, and mode 0644 lets every user of this machine read it'

  test.each([
    ['a password for clients', 'requirepass S3cretS3cret'], ['one for the primary', 'masterauth S3cretS3cret'],
    ['one of a user', 'user app on >S3cretS3cret +get'],
  ])('%s', async (_, text) => {
    expect(await messages('file-readable-by-others', { 'redis.conf': { text, mode: 0o644 } })).toEqual([`redis.conf: ${why}`])
    expect(await messages('file-readable-by-others', { 'redis.conf': { text, mode: 0o640 } })).toEqual([])
  })

  test('the file that holds it, not the one that includes it', async () => {
    const files = {
      'redis.conf': { text: 'include auth.conf\naclfile users.acl\nrequirepass ""\n', mode: 0o644 },
      'auth.conf': { text: 'masterauth S3cretS3cret\n', mode: 0o604 },
      'users.acl': { text: 'user default on >S3cretS3cret ~* +@all\n', mode: 0o644 },
    }
    expect(await messages('file-readable-by-others', files)).toEqual([
      `auth.conf: ${why.replace('0644', '0604')}`, `users.acl: ${why}`,
    ])
  })

  test('silent: a hash is no password', async () => {
    const text = `user app on #${'0a'.repeat(32)} +get\n`
    expect(await messages('file-readable-by-others', { 'redis.conf': { text, mode: 0o644 } })).toEqual([])
  })
})
