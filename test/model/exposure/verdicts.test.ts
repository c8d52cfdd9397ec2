import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dryRun, loadProject, memoryHost } from '../../../src/model/index.ts'
import type { Exposure, Origin, Reach } from '../../../src/model/server-model.ts'

type Replies = Readonly<Record<string, string>>
interface Case {
  readonly id: string
  readonly server: string
  readonly files: Readonly<Record<string, string>>
  readonly verdict: {
    readonly started: boolean | null
    readonly stage?: string
    readonly message?: string
    readonly unix?: string
    readonly from?: Readonly<Record<string, 'unreachable' | Replies>>
  }
}

/** What real servers said, where the recordings are at hand. */
const RECORDED = new URL('../../../../shared/verdicts/expose.jsonl.gz', import.meta.url)

const ASKED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ping: ['PING'],
  config_get: ['CONFIG', 'GET', 'maxmemory'],
  config_set_dir: ['CONFIG', 'SET', 'dbfilename', 'dump.rdb'],
  flushall: ['FLUSHALL'],
  eval: ['EVAL', 'return 1', '0'],
  debug: ['DEBUG', 'JMAP'],
  module: ['MODULE', 'LOAD', '/nonexistent'],
  acl_setuser: ['ACL', 'WHOAMI'],
}
/** A command that ran and failed was still allowed to run. */
const ran = (reply: string): boolean => reply === 'ok' || reply === 'ERR'

function reachOf(replies: 'unreachable' | Replies): Reach {
  if (replies === 'unreachable') return 'unreachable'
  const words = Object.values(replies)
  if (words.includes('DENIED')) return 'denied'
  return words.includes('NOAUTH') ? 'noauth' : 'open'
}

function* answersOf(exposure: Exposure, { verdict }: Case): Iterable<readonly [question: string, ours: unknown, theirs: unknown]> {
  if (verdict.unix?.startsWith('ERR') === false) yield ['unix', exposure.from('unix'), verdict.unix === 'NOAUTH' ? 'noauth' : 'open']
  for (const [origin, replies] of Object.entries(verdict.from ?? {})) {
    yield [origin, exposure.from(origin as Origin), reachOf(replies)]
    if (replies === 'unreachable' || 'DENIED' in replies) continue
    for (const [name, reply] of Object.entries(replies)) {
      const argv = ASKED[name]
      if (argv !== undefined) yield [`${origin} ${name}`, exposure.may(argv, origin as Origin).allowed, ran(reply)]
    }
  }
}

describe.skipIf(!existsSync(RECORDED))('exposure, compared with what 16 servers did', () => {
  it('agrees in all answers', async () => {
    const cases = gunzipSync(readFileSync(RECORDED)).toString('latin1').trim().split('\n').map((line) => JSON.parse(line) as Case)
    const wrong: string[] = []
    let answers = 0
    for (const each of cases) {
      const files = new Map(Object.entries(each.files).map(([name, text]) => [name, Buffer.from(text, 'latin1')]))
      const project = await loadProject({ entry: 'redis.conf', host: memoryHost(files), target: each.server.replace('-', '@') })
      const server = dryRun(project)
      answers++
      if (server.starts !== each.verdict.started || (server.problems[0]?.message ?? '') !== (each.verdict.message ?? '')) {
        wrong.push(`${each.id} starts: ${String(server.starts)} ${server.problems[0]?.message ?? ''} | server: ${String(each.verdict.started)} ${each.verdict.message ?? ''}`)
        continue
      }
      if (!server.starts) continue
      for (const [question, ours, theirs] of answersOf(server.exposure({ addresses: ['10.99.0.1', 'fd00::1'] }), each)) {
        answers++
        if (ours !== theirs) wrong.push(`${each.id} ${question}: ${String(ours)}, server: ${String(theirs)}`)
      }
    }
    expect(answers).toBeGreaterThan(10_000)
    expect(wrong).toEqual([])
  })
})
