import { expect, test } from 'vitest'
import { folder } from './command-line.ts'

test('a file that starts: one line, exit code 0', async () => {
  const { run } = folder({ 'redis.conf': 'maxmemory 1gb\n' })
  expect(await run('test', 'redis.conf', '--target', 'redis@7.2')).toEqual({ code: 0, out: 'redis.conf: redis@7.2.6 starts\n', err: '' })
})

test('a file that does not: what the server says first, and each line with what was meant', async () => {
  const { run } = folder({ 'redis.conf': 'port 6379\nloglevel Info\nrequirepass foo bar\n' })
  const { code, out, err } = await run('test', 'redis.conf', '--target', 'redis@6.2')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toBe(`redis.conf: redis@6.2.16 does not start
  it stops at line 2: argument must be one of the following: debug, verbose,
  notice, warning; mended, 1 more problem would come up

redis.conf:2:10 error invalid-value
  2 | loglevel Info
    |          ^^^^
  Redis 6.2 refuses \`Info\` for \`loglevel\`: it takes \`debug\`, \`verbose\`, \`notice\`
  or \`warning\`
  fix     Write \`notice\` (repair, --fix)
  breaks  Nothing: the server starts where it refused to.

redis.conf:3:17 error wrong-argument-count
  3 | requirepass ••• •••
    |                 ^^^
  \`requirepass\` takes one argument, and here are 2: Redis 6.2 does not start
  fix     Put the words in quotes, as one text (repair, --fix)
  breaks  Nothing: the server starts where it refused to. The value holds the
          blanks.
`)
})

test('a file that starts and does something else than it says', async () => {
  const { run } = folder({ 'redis.conf': 'maxmemory 1tb\n' })
  const { code, out } = await run('test', 'redis.conf', '--target', 'redis@5.0')
  expect(code).toBe(0)
  expect(out).toContain('redis.conf: redis@5.0.14 starts, but 1 line does not do what it says\n')
  expect(out).toContain('Redis 5.0 reads `1tb` as `0`, no limit, and says nothing')
})

test('all releases: a row each, the first reason, the line it is about', async () => {
  const { run } = folder({ 'redis.conf': 'include a.conf\n', 'a.conf': 'tls-port 0\nlocale-collate C\n' })
  const { code, out } = await run('test', '--target', 'all', 'redis.conf')
  expect(code).toBe(1)
  expect(out).toContain(`redis.conf
  redis@2.8.24  stops at a.conf:1: Bad directive or wrong number of arguments
                  tls-port 0
`)
  expect(out).toContain(`  redis@7.0.15  stops at a.conf:2: Bad directive or wrong number of arguments
                  locale-collate C
  redis@7.2.6   starts
`)
  expect(out).toMatch(/\n7 of 14 releases start with it\n$/)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('no secret in what a server says', async () => {
  const { run } = folder({ 'redis.conf': 'user app on >hunter2hunter2 nonsense\nrequirepass hunter2hunter2 x\nrename-command GET hunter2hunter2 x\n' })
  for (const words of [[], ['--format', 'json'], ['--target', 'all'], ['--target', 'redis@6.0']]) {
    expect((await run('test', 'redis.conf', ...words)).out).not.toContain('hunter2')
  }
})

test('json: every problem in order, in the words of the server and in ours', async () => {
  const { run } = folder({ 'redis.conf': 'timeout x\ninclude nothing.conf\n' })
  const { code, out } = await run('test', 'redis.conf', '--target', 'valkey@8.1', '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1, tool: { name: 'redis-conf-lint' }, file: 'redis.conf',
    results: [{
      target: 'valkey@8.1.1', starts: false, misread: [],
      problems: [
        { path: 'redis.conf', stage: 'line', serverLine: 1, code: 'invalid-value', crash: false, message: "argument couldn't be parsed into an integer", start: { line: 1, column: 9 }, finding: { rule: 'invalid-value' } },
        { path: 'redis.conf', stage: 'start', serverLine: 0, code: 'missing-include', message: "Fatal error, can't open config file 'nothing.conf': No such file or directory", finding: { rule: 'missing-include' } },
      ],
    }],
  })
})

test('a sentinel, and text from stdin', async () => {
  const { run, feed } = folder({ 'sentinel.conf': 'sentinel monitor m 127.0.0.1 6379 0\n' })
  expect((await run('test', 'sentinel.conf')).out).toContain('it stops at line 1: Quorum must be 1 or greater.')
  expect(await feed('timeout 5\n', 'test', '-', '--target', 'redis@8.0')).toMatchObject({ code: 0, out: 'stdin.conf: redis@8.0.6 starts\n' })
})

test.each([
  [[], /^redis-conf-lint: which file\?/],
  [['nothing.conf'], /^redis-conf-lint: can't read nothing\.conf: there is no such file\n$/],
  [['redis.conf', '--target', 'redis@1'], /`redis@1`.* is older than every release/],
])('%j is refused in one sentence', async (words, sentence) => {
  const { run } = folder({ 'redis.conf': '' })
  const { code, out, err } = await run('test', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
})
