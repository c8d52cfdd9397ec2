import { describe, expect, test } from 'vitest'
import { outcome, refusal, starts } from './starts.ts'

describe('save', () => {
  const saved = async (text: string, target: string, files: Record<string, string> = {}): Promise<string> => {
    const server = await starts({ ...files, 'redis.conf': text }, target)
    return refusal(server) ?? server.setting('save')?.value ?? ''
  }
  test.each([
    ['', 'redis@6.0', ''],
    ['', 'redis@6.2', '3600 1 300 100 60 10000'],
    ['save 900 1\nsave 60 10', 'redis@7.2', '900 1 60 10'],
    ['save 900', 'redis@6.2', ''],
    ['save 900 1 300 10', 'redis@5.0', ''],
    ['save 60s 1', 'redis@5.0', '60 1'],
    ['save 60s 1', 'redis@7.0', 'refused: Invalid save parameters'],
    ['save "900 1 300 10"', 'redis@7.0', '900 1 300 10'],
    ['save 900 ""', 'redis@7.0', '900 0'],
    ['save 900 1\nsave ""\nsave 10 1', 'redis@7.2', '10 1'],
    ["save \"900 1 '\"", 'redis@7.2', ''],
    ['save 0 1', 'redis@7.2', 'refused: Invalid save parameters'],
  ])('%j on %s: %s', async (text, target, expected) => {
    expect(await saved(text, target)).toBe(expected)
  })
  test.each([
    ['redis@6.0', '1 1 2 2 3 3'],
    ['redis@6.2', '2 2 3 3'],
    ['redis@7.2', '3 3'],
    ['valkey@9.1', '3 3'],
  ])('an include between save lines, %s: %s', async (target, expected) => {
    expect(await saved('save 1 1\ninclude a\nsave 3 3', target, { a: 'save 2 2\n' })).toBe(expected)
  })
  test('a pattern without matches has the same effect as an include', async () => {
    expect(await saved('save 1 1\ninclude none/*.conf\nsave 3 3\nsave 4 4', 'redis@8.0')).toBe('4 4')
  })
  test('each line whose points are in force is an origin, the others are shadowed', async () => {
    const server = await starts('save 1 1\nsave ""\nsave 2 2\nsave 3 3\n', 'redis@7.2')
    const setting = server.setting('save')
    expect(setting?.origin.kind === 'set' && setting.origin.by.map((use) => use.line)).toEqual([3, 4])
    expect(setting?.shadowed.map((use) => use.line)).toEqual([1, 2])
  })
})

test.each([
  ['bind "127.0.0.1 ::1"', 'redis@7.0', '127.0.0.1 ::1'],
  ['bind', 'redis@6.2', 'refused: Bad directive or wrong number of arguments'],
  ['bind 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17', 'redis@7.2', 'refused: Too many bind addresses specified.'],
  ['slaveof no one', 'redis@5.0', 'no 0'],
  ['slaveof no one', 'redis@6.0', ''],
  ['slaveof h 65536', 'redis@6.0', 'refused: Invalid master port'],
  ['slaveof h x', 'valkey@8.0', 'refused: Invalid primary port'],
  ['slaveof "h 6379"', 'redis@7.0', 'h 6379'],
  // Measured: 6.0.16 to valkey 9.1.2.
  ['slaveof h 4294967297', 'redis@6.0', 'h 1'],
  ['replicaof h -4294967295', 'valkey@9.1', 'h 1'],
  ['replicaof h -99999999999999999999', 'redis@8.0', 'h 0'],
  ['replicaof h 99999999999999999999', 'redis@8.0', 'refused: Invalid master port'],
  ['client-output-buffer-limit replica 1mb 2mb 60', 'redis@7.2', 'normal 0 0 0 slave 1048576 2097152 60 pubsub 33554432 8388608 60'],
  ['client-output-buffer-limit normal 1tb -1 60x', 'redis@6.0', 'normal 0 18446744073709551615 60 slave 268435456 67108864 60 pubsub 33554432 8388608 60'],
  ['client-output-buffer-limit normal 1tb 0 0', 'redis@7.0', 'refused: Error in hard, soft or soft_seconds setting in buffer limit configuration.'],
  ['client-output-buffer-limit replica 0 0 0', 'redis@4.0', "refused: Unrecognized client limit class: the user specified an invalid one, or 'master' which has no buffer limits."],
  ['client-output-buffer-limit normal 1 1 1 pubsub 2 2 2', 'redis@7.0', 'normal 1 1 1 slave 268435456 67108864 60 pubsub 2 2 2'],
  ['notify-keyspace-events KEA', 'redis@7.2', 'AKE'],
  ['notify-keyspace-events nKg', 'redis@7.2', 'gnK'],
  ['notify-keyspace-events Ans', 'redis@7.2', 'A'],
  ['notify-keyspace-events d', 'redis@6.0', "refused: Invalid event class character. Use 'g$lshzxeA'."],
  ['latency-tracking-info-percentiles 99.99999999999999 0x10', 'redis@7.2', '100 16'],
  ['latency-tracking-info-percentiles 0x10', 'valkey@9.1', 'refused: Invalid latency-tracking-info-percentiles parameters'],
  // Measured: 7.0.15, 8.0.2, 8.0.6, valkey 8.0.1, 8.1.1.
  ['latency-tracking-info-percentiles 0x1p-1080', 'redis@7.0', 'refused: Invalid latency-tracking-info-percentiles parameters'],
  ['latency-tracking-info-percentiles 0x1p2000', 'redis@7.0', 'refused: Invalid latency-tracking-info-percentiles parameters'],
  ['latency-tracking-info-percentiles 0x1p-1074 0x0p2000 0x1000p-1086', 'redis@7.0', '0 0 0'],
  [`latency-tracking-info-percentiles 0x${'1'.repeat(300)}p-1200 0x.${'0'.repeat(300)}1p1204`, 'valkey@8.1', '0.066667 1'],
  ['latency-tracking-info-percentiles 101 x', 'redis@7.2', 'refused: latency-tracking-info-percentiles parameters should sit between [0.0,100.0]'],
  ['shutdown-on-sigint force save', 'redis@7.2', 'save force'],
  ['shutdown-on-sigint save nosave', 'redis@7.2', "refused: shutdown options SAVE and NOSAVE can't be used simultaneously"],
  ['shutdown-on-sigint safe', 'valkey@9.1', 'safe'],
  ['oom-score-adj-values 0 200', 'redis@7.2', 'refused: wrong number of arguments'],
  ['oom-score-adj-values 0 2001 1', 'redis@6.2', 'refused: Invalid oom-score-adj-values, elements must be between -2000 and 2000.'],
  ['port 6380 # x', 'redis@5.0', 'refused: Bad directive or wrong number of arguments'],
  ['port 6380 # x', 'redis@6.0', 'refused: wrong number of arguments'],
  ['include a b', 'redis@7.2', 'refused: Bad directive or wrong number of arguments'],
  ['slave-priority 5', 'redis@7.2', '5'],
])('%s on %s: %s', async (line, target, expected) => {
  expect(await outcome(line, target)).toBe(expected)
})

test.each([['redis@2.8', '0'], ['redis@6.2', '0'], ['redis@7.0', undefined], ['valkey@8.1', undefined]])('%s prints the watchdog, which no line of a file sets: %s', async (target, value) => {
  expect((await starts('', target)).settings.get('watchdog-period')?.value).toBe(value)
})

test('an alias is the same setting, and is printed beside it', async () => {
  const server = await starts('slowlog-max-len 5\ncommandlog-slow-execution-max-len 7\n', 'valkey@8.1')
  expect(server.settings.get('slowlog-max-len')).toMatchObject({ value: '7' })
  expect(server.settings.get('slowlog-max-len')?.shadowed.map((use) => use.line)).toEqual([1])
  expect(server.effective.filter(({ value, origin }) => origin.kind === 'set' && value === '7')).toHaveLength(1)
})

test('a nonsense value says what it was taken for', async () => {
  const { misreads } = await starts('maxmemory 1tb\ntimeout abc\nsave 900\nport 6379\n', 'redis@5.0')
  expect(misreads.map(({ word, takenAs }) => [word.value, takenAs])).toEqual([['1tb', '0'], ['abc', '0'], ['900', null]])
})

describe('rename-command', () => {
  test.each([
    ['rename-command nosuch x', 'redis@7.2', 'refused: No such command in rename-command'],
    ['rename-command GET set', 'redis@7.2', 'refused: Target command name already exists'],
    ['rename-command GET get', 'redis@7.2', 'starts'],
    ['rename-command get ""\nrename-command get x', 'redis@7.2', 'refused: No such command in rename-command'],
    ['rename-command get x\nrename-command set get\nrename-command x set', 'redis@7.2', 'starts'],
    ['rename-command config|get x', 'redis@6.2', 'refused: No such command in rename-command'],
    ['rename-command config|get x', 'redis@7.0', 'refused: === ASSERTION FAILED ==='],
    ['rename-command config c\nrename-command c|get x', 'redis@7.0', 'refused: === ASSERTION FAILED ==='],
    ['rename-command get a|b\nrename-command a|b c', 'redis@6.0', 'starts'],
    ['rename-command get a|b\nrename-command a|b c', 'redis@7.0', 'refused: No such command in rename-command'],
    ['rename-command vadd x', 'redis@8.0', 'refused: No such command in rename-command'],
    // Built-in modules come once everything was read, before those of loadmodule and what they leave (measured: 8.0.2, 8.0.6).
    ['rename-command get VAdd', 'redis@8.0', 'refused: === ASSERTION FAILED ==='],
    ['rename-command get vadd\nloadmodule nosuch.so\nnosuch 1\naclfile nofile', 'redis@8.0', 'refused: === ASSERTION FAILED ==='],
    ['rename-command get vadd\nsave x', 'redis@8.0', 'refused: Invalid save parameters'],
    ['rename-command get vadd\nrename-command vadd get', 'redis@8.0', 'starts'],
    ['rename-command get vadd', 'valkey@9.1', 'starts'],
  ])('%j on %s: %s', async (text, target, expected) => {
    expect(refusal(await starts(text, target)) ?? 'starts').toBe(expected)
  })
  test('what is in force, by original name', async () => {
    const { renames } = await starts('rename-command get x\nrename-command x y\nrename-command keys ""\nrename-command set set\n', 'redis@7.2')
    expect([...renames.values()].map(({ command, to }) => [command, to])).toEqual([['get', 'y'], ['keys', null]])
  })
})
