import { describe, expect, it } from 'vitest'
import { ErrorReply } from './resp.ts'
import { installedServers, NO_SERVERS, withServer } from './servers.ts'

const servers = installedServers()

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : 'starting real servers', () => {
  describe.each(servers)('$name', (server) => {
    it('asks a server that starts, and removes it with its folder', async () => {
      await withServer(server, { files: { 'redis.conf': 'maxmemory 1mb\nlogfile said.log\nsave 60 1\n' } }, async (outcome) => {
        expect(outcome.started).toBe(true)
        if (outcome.started !== true) return
        expect(await outcome.config()).toMatchObject({ maxmemory: '1048576', save: '60 1' })
        expect(await outcome.client?.send('NONSENSE')).toBeInstanceOf(ErrorReply)
        expect(outcome.output()).toMatch(/ready to accept connections/i)
      })
    })

    it.each([
      { why: 'a line', files: { 'redis.conf': '\nmaxmemory 1tb\n' }, stage: 'line', line: 2, message: 'argument must be a memory value' },
      { why: 'an include', files: { 'redis.conf': 'include a.conf', 'a.conf': '\n\nport x' }, stage: 'line', line: 3, message: "argument couldn't be parsed into an integer" },
      { why: 'TLS', files: { 'redis.conf': 'tls-port 6380\n' }, stage: 'start', line: 0, message: 'Failed to configure TLS. Check logs for more info.' },
      { why: 'a self-include', files: { 'redis.conf': 'include redis.conf\n' }, stage: 'start', line: 0, message: '' },
    ])('says what is wrong with $why', async ({ files, stage, line, message }) => {
      await withServer(server, { files }, (outcome) => {
        expect(outcome).toMatchObject({ started: false, stage, line, message })
        return Promise.resolve()
      })
    })

    it('takes an ACL file apart', async () => {
      const files = { 'redis.conf': 'aclfile users.acl\n', 'users.acl': 'user a on +nosuch\n# a comment\n' }
      await withServer(server, { files }, (outcome) => {
        expect(outcome).toMatchObject({ started: false, stage: 'acl', errors: [{ line: 1 }, { line: 2 }] })
        return Promise.resolve()
      })
    })

    it('starts a sentinel', async () => {
      await withServer(server, { files: { 'sentinel.conf': 'sentinel monitor m 127.0.0.1 6379 1\n' }, sentinel: true }, async (outcome) => {
        expect(outcome.started).toBe(true)
        expect(outcome.started && await outcome.client?.send('INFO', 'sentinel')).toContain('name=m')
      })
    })
  })
})
