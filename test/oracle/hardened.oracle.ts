import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder } from '../cli/command-line.ts'
import { ErrorReply, type Client } from './resp.ts'
import { installedServers, NO_SERVERS, withServer, type OracleServer } from './servers.ts'

const servers = installedServers()
const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'latin1')
/** The words of a `requirepass` that --fix wrote. */
const GENERATED = /^requirepass ([0-9a-f]{64})$/m

/** Careless files: each lets anybody in, and every command through, in its own way. */
const CARELESS: Readonly<Record<string, string>> = {
  'the sample': sample('internet-exposed.conf'),
  'an empty file': '\n',
  'the password of a guide': 'bind 0.0.0.0\nrequirepass foobared\n',
  'guessable names': 'protected-mode no\nrename-command CONFIG CONFIG2\nrename-command FLUSHALL flushall\n',
}

async function harden(server: OracleServer, text: string): Promise<string> {
  const { run, read } = folder({ 'redis.conf': text })
  const options = ['redis.conf', '--target', server.target, '--no-config', '--rule', 'file-readable-by-others=off']
  const { code } = await run('--fix', ...options)
  expect(code).not.toBe(2)
  const again = await run('--format', 'json', ...options)
  expect(again.code).not.toBe(2)
  expect((await run('--fix', ...options)).out).not.toMatch(/^fixed/m)
  return read('redis.conf')
}

async function said(client: Client | null, ...words: readonly string[]): Promise<string> {
  const reply = await client?.send(...words)
  return reply instanceof ErrorReply ? reply.text : JSON.stringify(reply)
}

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : 'a server that starts with what --fix left', () => {
  const cases = servers.flatMap((server) => Object.entries(CARELESS).map(([what, text]) => ({ name: `${server.name}: ${what}`, server, text })))

  it.each(cases)('$name', async ({ server, text }) => {
    const fixed = await harden(server, text)
    await withServer(server, { files: { 'redis.conf': fixed } }, async (outcome) => {
      expect(outcome).toMatchObject({ started: true })
      if (!outcome.started) return
      const { client } = outcome
      for (const command of ['PING', 'GET', 'DEL', 'INFO']) expect(await said(client, command, 'key')).toMatch(/^NOAUTH/)
      expect(await said(client, 'AUTH', 'foobared')).toMatch(/^WRONGPASS/)
      expect(await said(client, 'AUTH', GENERATED.exec(fixed)?.[1] ?? '')).toBe('"OK"')
      expect(await said(client, 'SET', 'key', 'value')).toBe('"OK"')
      for (const command of ['FLUSHALL', 'FLUSHDB', 'CONFIG', 'CONFIG2', 'SHUTDOWN', 'REPLICAOF', 'SLAVEOF', 'MIGRATE', 'KEYS']) {
        expect(await said(client, command, 'GET', '*')).toMatch(/^ERR unknown command/)
      }
      expect(await said(client, 'GET', 'key')).toBe('"value"')
    })
  })

  it.each(servers)('$name: careless as it was, it lets anybody do anything', async (server) => {
    await withServer(server, { files: { 'redis.conf': CARELESS['the sample'] ?? '' } }, async (outcome) => {
      expect(outcome).toMatchObject({ started: true })
      if (!outcome.started) return
      expect(await said(outcome.client, 'CONFIG', 'SET', 'maxmemory', '0')).toBe('"OK"')
      expect(await said(outcome.client, 'FLUSHALL')).toBe('"OK"')
    })
  })

  it.each(servers)('$name: the hardened sample starts where `test` says so, and asks who is there', async (server) => {
    const text = sample('hardened.conf').replaceAll(/\/var\/(?:lib|log)\/redis/g, '.')
    const { code } = await folder({ 'redis.conf': text }).run('test', 'redis.conf', '--target', server.target)
    await withServer(server, { files: { 'redis.conf': text } }, async (outcome) => {
      expect(outcome.started).toBe(code === 0)
      if (outcome.started) expect(await said(outcome.client, 'PING')).toMatch(/^NOAUTH/)
    })
  })
})
