import { describe, expect, it } from 'vitest'
import { busProblems, listenerProblems } from '../../../src/model/exposure/listen-problems.ts'
import { dryRun, loadProject, memoryHost } from '../../../src/model/index.ts'

async function firstProblem(conf: string, target: string, addresses?: readonly string[]): Promise<string | null> {
  const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': conf }), target })
  const options = addresses === undefined ? {} : { addresses }
  const server = dryRun(project)
  return [...listenerProblems(server, project, options), ...busProblems(server, project, options)][0]?.message ?? null
}

const NOWHERE = 'Configured to not listen anywhere, exiting.'

/** What 6.0.16, 7.0.15, 8.0.6 and Valkey 9.1.2 printed when they were started with these lines. */
describe('opening sockets', () => {
  it.each([
    ['bind 127.0.0.1 127.0.0.1', 'redis@6.0', 'Could not create server TCP listening socket 127.0.0.1:7702: bind: Address already in use'],
    ['bind 127.0.0.1 127.0.0.1', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind 127.0.0.1 127.0.0.1', 'redis@8.0', 'Failed listening on port 7702 (tcp), aborting.'],
    ['bind 127.0.0.1 0.0.0.0', 'redis@6.0', 'Could not create server TCP listening socket 0.0.0.0:7702: bind: Address already in use'],
    ['bind localhost 127.0.0.1', 'valkey@9.1', 'Failed listening on port 7702 (tcp), aborting.'],
    ['bind 127.0.0.1 LOCALHOST', 'redis@6.0', 'Could not create server TCP listening socket LOCALHOST:7702: bind: Address already in use'],
    ['bind 127.0.0.1 127.0.0.2', 'redis@6.0', null],
    ['bind 127.1', 'redis@7.0', null],
    ['bind 0', 'redis@7.0', null],
    ['bind 0x7f000001', 'valkey@9.1', null],
    ['bind 999.1.1.1', 'redis@6.0', 'Could not create server TCP listening socket 999.1.1.1:7702: Name or service not known'],
    ['bind ::1 [::1]', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind ::1%lo', 'redis@6.0', 'Could not create server TCP listening socket ::1%lo:7702: Name or service not known'],
    ['bind fe80::1', 'redis@6.0', 'Could not create server TCP listening socket fe80::1:7702: bind: Invalid argument'],
    ['bind ::ffff:127.0.0.1', 'redis@6.0', 'Could not create server TCP listening socket ::ffff:127.0.0.1:7702: bind: Invalid argument'],
    ['bind -::ffff:1.2.3.4 127.0.0.1', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind ::*', 'redis@6.0', 'Could not create server TCP listening socket ::*:7702: Name or service not known'],
    ['bind ::*', 'redis@7.0', null],
    ['bind * ::', 'redis@6.0', null],
    ['bind "127.0.0.1 ::1"', 'redis@6.0', 'Could not create server TCP listening socket 127.0.0.1 ::1:7702: Name or service not known'],
    ['bind "127.0.0.1 ::1"', 'redis@7.0', null],
    ['bind -', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind ""', 'redis@7.0', NOWHERE],
    ['bind ""\nunixsocket s.sock', 'redis@7.0', null],
    ['port 0', 'redis@6.0', NOWHERE],
    ['port 0\nunixsocket s.sock', 'redis@6.0', null],
    ['bind "" 127.0.0.1', 'redis@6.0', 'Could not create server TCP listening socket :7702: Name or service not known'],
    ['bind "" 127.0.0.1', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind 127.0.0.1 ""', 'redis@8.0', 'Failed listening on port 7702 (tcp), aborting.'],
    ['bind "" ""', 'valkey@9.1', 'Failed listening on port 7702 (tcp), aborting.'],
    ['bind "\\"\\" 127.0.0.1"', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind "\\"\\""', 'redis@7.0', NOWHERE],
    ['bind', 'redis@7.0', NOWHERE],
    ['cluster-enabled yes', 'redis@7.0', null],
    ['cluster-enabled yes\ncluster-port 7702', 'redis@7.0', 'Failed listening on port 7702 (cluster), aborting.'],
    ['cluster-enabled yes\ncluster-port 7702', 'valkey@9.1', 'Failed listening on port 7702 (cluster), aborting.'],
    ['cluster-enabled yes\nport 0\nunixsocket s\nbind 1.2.3.4.5', 'redis@6.0', 'Could not create server TCP listening socket 1.2.3.4.5:10000: Name or service not known'],
    ['cluster-enabled yes\nport 0\nunixsocket s\nbind 1.2.3.4.5', 'redis@8.0', 'Failed listening on port 10000 (cluster), aborting.'],
    [`unixsocket ${'s'.repeat(107)}`, 'redis@7.0', null],
    [`unixsocket ${'s'.repeat(108)}`, 'redis@6.0', null],
    [`unixsocket ${'s'.repeat(108)}`, 'redis@7.0', 'Failed opening Unix socket: unix socket path too long (108), must be under 108'],
    [`unixsocket nodir/${'s'.repeat(108)}`, 'valkey@9.1', 'Failed opening Unix socket: unix socket path too long (114), must be under 108'],
    ['bind -10.1.2.3 *', 'redis@7.0', null],
    ['bind * -10.1.2.3', 'redis@8.0', null],
    ['bind -fd00::2 ::*', 'valkey@9.1', null],
    ['bind -127.0.0.1 *', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind -10.1.2.3 10.1.2.3', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind fd00::2 -fd00::2', 'valkey@9.1', 'Failed listening on port 7702 (tcp), aborting.'],
  ])('%j on %s: %s', async (lines, target, message) => {
    expect(await firstProblem(`port 7702\n${lines}\n`, target)).toBe(message)
  })

  it.each([
    ['bind 10.3.3.3', 'redis@6.0', NOWHERE],
    ['bind 127.0.0.1 10.3.3.3', 'redis@6.0', null],
    ['bind 127.0.0.1 10.3.3.3', 'redis@7.0', 'Failed listening on port 7702 (TCP), aborting.'],
    ['bind 127.0.0.1 -10.3.3.3', 'redis@7.0', null],
    ['bind 127.0.0.1 10.3.3.3', 'redis@3.2', 'Creating Server TCP listening socket 10.3.3.3:7702: bind: Cannot assign requested address'],
  ])('%j on %s, which the host does not have: %s', async (lines, target, message) => {
    expect(await firstProblem(`port 7702\n${lines}\n`, target, ['10.0.0.5'])).toBe(message)
    expect(await firstProblem(`port 7702\n${lines}\n`, target, ['10.3.3.3'])).toBe(null)
  })

  it('an address that may be missing is in the way where the host has it', async () => {
    expect(await firstProblem('port 7702\nbind -10.3.3.3 *\n', 'redis@7.0', ['10.3.3.3'])).toBe('Failed listening on port 7702 (TCP), aborting.')
    expect(await firstProblem('port 7702\nbind -10.3.3.3 *\n', 'redis@7.0', ['10.0.0.5'])).toBe(null)
  })

  it('points at the word that is in the way', async () => {
    const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': 'bind 127.0.0.1 999.1.1.1\n' }), target: 'redis@7.2' })
    expect(listenerProblems(dryRun(project), project)).toMatchObject([{ code: 'unusable-address', path: 'redis.conf', span: { start: 15, end: 24 } }])
  })
})
