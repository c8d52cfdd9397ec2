import { expect, test } from 'vitest'
import { folder } from './command-line.ts'

const OLD = 'slaveof no one\nmaxmemory 1tb\nslave-priority 10\nlist-max-ziplist-size -2\nrequirepass hunter2hunter2\n'

test('what breaks and what changes, from Redis 5 to 7', async () => {
  const { run } = folder({ 'redis.conf': OLD })
  const { code, out, err } = await run('migrate', 'redis.conf', '--from', 'redis@5.0', '--to', 'redis@7.2')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out).toBe(`redis.conf: redis@5.0.14 → redis@7.2.6

refused
redis.conf:2:11 error invalid-value
  2 | maxmemory 1tb
    |           ^^^
  Redis 7.2 refuses \`1tb\` for \`maxmemory\`: it takes a size such as \`100mb\`, with
  the units b, k, kb, m, mb, g or gb and no blank or fraction
  fix     Write \`1024gb\` (repair, --fix)
  breaks  Nothing: the server starts where it refused to.

misread until now, and refused
  redis.conf:2  maxmemory: read as 0 by redis@5.0.14

changes meaning
  redis.conf:1  replicaof: no 0 → ""

renamed, and still taken
  redis.conf:4  list-max-ziplist-size → list-max-listpack-size

other defaults
  active-defrag-cycle-max: 75 → 25
  active-defrag-cycle-min: 5 → 1
  bind: "" → * -::*
  ignore-warnings: ARM64-COW-BUG → ""
  repl-diskless-sync: no → yes
  save: "" → 3600 1 300 100 60 10000

1 refused, 1 with another meaning, 6 other defaults; 4 fixes with --fix, shown with --diff
`)
})

test('--diff shows, and --fix writes, what the new release wants', async () => {
  const { run, read } = folder({ 'redis.conf': OLD })
  const words = ['migrate', 'redis.conf', '--from', 'redis@5.0', '--to', 'redis@7.2']
  const { out } = await run(...words, '--diff')
  expect(out).toContain('-maxmemory 1tb\n')
  expect(out).not.toContain('hunter2')
  expect(read('redis.conf')).toBe(OLD)
  const fixed = await run(...words, '--fix', '--backup')
  expect(fixed.err).toBe('1 file written\n')
  expect(read('redis.conf')).toBe('replicaof no one\nmaxmemory 1024gb\nreplica-priority 10\nlist-max-listpack-size -2\nrequirepass hunter2hunter2\n')
  expect(read('redis.conf.bak')).toBe(OLD)
  expect(await run('test', 'redis.conf', '--target', 'redis@7.2')).toMatchObject({ code: 0 })
})

test('from Redis to Valkey nothing breaks', async () => {
  const { run } = folder({ 'redis.conf': 'bind 127.0.0.1\nmaxmemory 1gb\n' })
  const { code, out } = await run('migrate', 'redis.conf', '--from', 'redis@7.2', '--to', 'valkey@7.2')
  expect(code).toBe(0)
  expect(out).toBe('redis.conf: redis@7.2.6 → valkey@7.2.7\n\nnothing breaks\n')
})

test('who gets in is part of the change', async () => {
  const { run } = folder({ 'redis.conf': 'bind 0.0.0.0\n' })
  const { code, out } = await run('migrate', 'redis.conf', '--from', 'redis@6.2', '--to', 'redis@7.0')
  expect(code).toBe(1)
  expect(out).toContain('from the network, over IPv4: let in without a password → turned away by protected mode\n')
})

test('json', async () => {
  const { run } = folder({ 'redis.conf': OLD })
  const { out } = await run('migrate', 'redis.conf', '--from', 'redis@5.0', '--to', 'redis@7.2', '--format', 'json')
  expect(JSON.parse(out)).toMatchObject({
    from: 'redis@5.0.14', to: 'redis@7.2.6', starts: false,
    refused: [{ path: 'redis.conf', serverLine: 2, rule: 'invalid-value' }],
    meanings: [{ name: 'replicaof', before: 'no 0', after: '', lines: [{ path: 'redis.conf', line: 1 }] }],
  })
  expect(out).not.toContain('hunter2')
})

test('--to is asked for', async () => {
  const { run } = folder({ 'redis.conf': '' })
  expect(await run('migrate', 'redis.conf')).toEqual({ code: 2, out: '', err: 'redis-conf-lint: to which release? Name it with --to, e.g. --to valkey@8.1\nTry: redis-conf-lint migrate --help\n' })
})
