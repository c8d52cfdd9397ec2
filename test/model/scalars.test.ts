import { describe, expect, test } from 'vitest'
import { starts } from './starts.ts'

/** What the line sets its own setting to, or the message of the refusal. */
async function outcome(line: string, target: string): Promise<string> {
  const server = await starts(line, target)
  const [problem] = server.problems
  return problem === undefined ? server.setting(line.split(' ')[0] ?? '')?.value ?? 'not a setting' : `refused: ${problem.message}`
}

describe('sizes', () => {
  test.each([
    ['maxmemory 1tb', 'redis@2.8', '1'],
    ['maxmemory 1tb', 'redis@5.0', '0'],
    ['maxmemory 1tb', 'redis@6.0', 'refused: argument must be a memory value'],
    ['maxmemory 1.5gb', 'redis@2.8', '1'],
    ['maxmemory GB', 'redis@7.2', '0'],
    ['maxmemory 1Gb', 'valkey@9.1', '1073741824'],
    ['maxmemory -1', 'redis@5.0', '-1'],
    ['maxmemory -1', 'redis@6.2', 'refused: argument must be a memory value'],
    ['maxmemory 18446744073709551615gb', 'redis@7.2', '18446744072635809792'],
    ['maxmemory 18446744073709551616', 'valkey@9.1', 'refused: argument must be a memory value'],
    ['maxmemory-clients 5%', 'redis@7.0', '5%'],
    ['maxmemory-clients 101%', 'redis@7.0', 'refused: percentage argument must be less or equal to 100'],
  ])('%s on %s: %s', async (line, target, expected) => {
    expect(await outcome(line, target)).toBe(expected)
  })
})
