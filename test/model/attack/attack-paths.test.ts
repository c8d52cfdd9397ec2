import { describe, expect, it } from 'vitest'
import { attackPaths } from '../../../src/model/attack/index.ts'
import type { AttackPath } from '../../../src/model/attack/attack-path.ts'
import { isWellKnown } from '../../../src/rules/auth/password-strength.ts'
import { dryRun, loadProject, memoryHost, type Runtime } from '../../../src/model/index.ts'

interface Given {
  readonly target?: string
  readonly runtime?: Runtime
  readonly files?: Readonly<Record<string, string>>
  readonly entry?: string
}

async function pathsOf(conf: string, { target = 'redis@7.2.6', runtime = 'host', files = {}, entry = 'redis.conf' }: Given = {}): Promise<readonly AttackPath[]> {
  const project = await loadProject({ entry, host: memoryHost({ [entry]: conf, ...files }), target, runtime })
  const server = dryRun(project)
  expect(server.problems.map(({ message }) => message)).toEqual([])
  return attackPaths(server, project, server.exposure(), isWellKnown)
}

const ids = (paths: readonly AttackPath[]): readonly string[] => paths.map(({ id }) => id)
const found = (paths: readonly AttackPath[], id: string): AttackPath => {
  const path = paths.find((each) => each.id === id)
  if (path === undefined) throw new Error(`no ${id} in ${ids(paths).join(' ')}`)
  return path
}

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n'

describe('a door that stands open', () => {
  it('leads from reach over a command to harm, and every step says what lets it happen', async () => {
    const path = found(await pathsOf(`${OPEN}enable-module-command yes\n`), 'load-module@network')
    expect(path.steps.map(({ kind }) => kind)).toEqual(['reach', 'log-in', 'command', 'harm'])
    expect(path.steps.map(({ because }) => (because.kind === 'directive' ? because.use.node.name.value : because.kind))).toEqual(['bind', 'default', 'enable-module-command', 'default'])
  })

  it.each([
    ['redis@7.2.6', '', false],
    ['redis@7.2.6', 'enable-protected-configs yes\n', true],
    ['redis@7.2.6', 'enable-protected-configs local\n', false],
    ['redis@6.2', '', true],
    ['redis@6.2', 'rename-command CONFIG ""\n', false],
    ['redis@6.2', 'rename-command CONFIG 8f3kq0zv7xw1n\n', false],
    ['redis@6.2', 'rename-command CONFIG CONFIG2\n', true],
  ])('%s writes files with CONFIG SET where %j says so', async (target, conf, isOpen) => {
    expect(ids(await pathsOf(OPEN + conf, { target })).includes('write-file@network')).toBe(isOpen)
  })

  it('keeps `local` switches for this machine', async () => {
    const paths = ids(await pathsOf(`${OPEN}enable-debug-command local\n`))
    expect(paths).toContain('debug@machine')
    expect(paths).not.toContain('debug@network')
  })

  it('brings a module over replication where files need no execute bit', async () => {
    const conf = 'bind 0.0.0.0\n'
    expect(ids(await pathsOf(conf, { target: 'redis@5.0' }))).toContain('rogue-module@network')
    expect(ids(await pathsOf(OPEN, { target: 'redis@6.0' }))).not.toContain('rogue-module@network')
    expect(ids(await pathsOf(conf, { target: 'redis@3.2' }))).not.toContain('rogue-module@network')
  })
})

describe('a door that is shut', () => {
  it.each([
    ['protected mode', 'bind 0.0.0.0\n'],
    ['a password', 'bind 0.0.0.0\nrequirepass s0me-long-and-unguessable-password\n'],
    ['loopback', 'bind 127.0.0.1\n'],
  ])('%s leaves no command to the network', async (_, conf) => {
    const paths = await pathsOf(conf, { target: 'redis@8.0.6' })
    expect(paths.filter(({ zone, harm }) => zone === 'network' && harm !== 'eavesdrop')).toEqual([])
  })

  it('is open again in a container, where protected mode defaults to off', async () => {
    const conf = 'bind 0.0.0.0\n'
    expect(ids(await pathsOf(conf))).not.toContain('flush@network')
    expect(ids(await pathsOf(conf, { runtime: 'docker' }))).toContain('flush@network')
    expect(ids(await pathsOf(`${conf}protected-mode yes\n`, { runtime: 'docker' }))).not.toContain('flush@network')
  })

  it('lets nobody in without a certificate', async () => {
    const tls = 'port 0\ntls-port 6380\ntls-cert-file c\ntls-key-file k\ntls-ca-cert-file a\nbind 0.0.0.0\nprotected-mode no\n'
    const files = { c: '', k: '', a: '' }
    const project = await loadProject({ entry: 'redis.conf', host: memoryHost({ 'redis.conf': tls, ...files }), target: 'redis@7.2.6' })
    const exposure = dryRun(project).exposure()
    expect(exposure.from('network4')).toBe('noauth')
    expect(exposure.may(['auth', 'x'], 'network4').allowed).toBe(false)
    expect(attackPaths(dryRun(project), project, exposure, isWellKnown)).toEqual([])
  })
})

describe('a password that is no obstacle', () => {
  it.each([
    ['requirepass foobared\n', 'redis@5.0'],
    ['requirepass Foobared\n', 'redis@5.0'],
    ['requirepass foobared\n', 'redis@7.2.6'],
    ['requirepass ""\n', 'redis@4.0'],
    ['user default on >foobared ~* +@all\n', 'redis@7.2.6'],
  ])('%j of %s is guessed', async (line, target) => {
    expect(found(await pathsOf(`bind 0.0.0.0\n${line}`, { target }), 'flush@network').login).toBe('well-known-password')
  })

  it('is not asked of a user without one, and HELLO logs in where AUTH was taken away', async () => {
    const conf = `${OPEN}user default off\nuser web on nopass ~* +@all\n`
    expect(found(await pathsOf(conf), 'flush@network')).toMatchObject({ login: 'passwordless-user', user: 'web' })
    expect(ids(await pathsOf(`${conf}rename-command AUTH ""\n`))).toContain('flush@network')
    expect(ids(await pathsOf(`${conf}rename-command AUTH ""\nrename-command HELLO ""\n`))).not.toContain('flush@network')
  })

  it('never shows in a step', async () => {
    const paths = await pathsOf('bind 0.0.0.0\nrequirepass foobared\n', { target: 'redis@5.0' })
    expect(JSON.stringify(paths.map(({ steps }) => steps.map(({ does, argv }) => ({ does, argv }))))).not.toContain('foobared')
  })
})

describe('rights', () => {
  it('stop what they do not grant', async () => {
    const paths = ids(await pathsOf(`${OPEN}user default on nopass ~* +@all -@dangerous\n`))
    expect(paths).not.toContain('flush@network')
    expect(paths).toContain('hang@network')
    expect(paths).toContain('delete-keys@network')
  })

  it('do not stop somebody who may change rights', async () => {
    const path = found(await pathsOf(`${OPEN}user default on nopass -@all +acl\n`), 'flush@network')
    expect(path.steps.map(({ argv }) => argv?.[0])).toEqual([undefined, undefined, 'acl', 'flushall', undefined])
  })

  it('of a user kept to some keys reach those keys', async () => {
    const path = found(await pathsOf(`${OPEN}user default on nopass ~cache:* -@all +keys +get\n`), 'read-keys@network')
    expect(path.steps.at(-2)?.argv).toEqual(['get', 'cache:x'])
  })
})

describe('a replica', () => {
  it('is told to stop being one before it is emptied', async () => {
    const path = found(await pathsOf(`${OPEN}replicaof 10.0.0.1 6379\n`), 'flush@network')
    expect(path.steps.map(({ argv }) => argv?.join(' '))).toContain('replicaof no one')
  })
  it('keeps its data where it can not be told', async () => {
    expect(ids(await pathsOf(`${OPEN}replicaof 10.0.0.1 6379\nrename-command REPLICAOF ""\nrename-command SLAVEOF ""\nrename-command CONFIG ""\n`))).not.toContain('flush@network')
  })

  it('takes no library of functions either (7.0.15: READONLY)', async () => {
    const user = 'user default on nopass ~* resetchannels +function|load\n'
    expect(ids(await pathsOf(`${OPEN}${user}`))).toContain('escape-lua@network')
    expect(ids(await pathsOf(`${OPEN}${user}replicaof 10.0.0.1 6379\n`))).not.toContain('escape-lua@network')
  })
})

describe('what needs no command', () => {
  it.each([
    ['bind 10.0.0.5\nrequirepass s0me-long-and-unguessable-password\n', 'sniff-clients@network', true],
    ['bind 127.0.0.1\n', 'sniff-clients@network', false],
    ['bind 10.0.0.5\n', 'sniff-clients@network', false],
    ['bind 127.0.0.1\nreplicaof 10.0.0.1 6379\n', 'sniff-replication@network', true],
    ['bind 127.0.0.1\nreplicaof 127.0.0.1 6379\n', 'sniff-replication@network', false],
    ['bind 10.0.0.5\ncluster-enabled yes\n', 'sniff-cluster-bus@network', true],
    ['bind 127.0.0.1\ncluster-enabled yes\n', 'sniff-cluster-bus@network', false],
  ])('%j: %s %s', async (conf, id, isOpen) => {
    expect(ids(await pathsOf(conf)).includes(id)).toBe(isOpen)
  })

  it('fills output buffers before any login where the release lets it', async () => {
    const conf = 'bind 10.0.0.5\nrequirepass s0me-long-and-unguessable-password\n'
    expect(found(await pathsOf(conf), 'fill-output-buffers@network').advisories).toEqual(['CVE-2025-21605'])
    expect(ids(await pathsOf(`${conf}client-output-buffer-limit normal 64mb 16mb 60\n`))).not.toContain('fill-output-buffers@network')
    expect(ids(await pathsOf(conf, { target: 'redis@8.0.6' }))).not.toContain('fill-output-buffers@network')
  })
})

describe('flaws of the release', () => {
  it('leave the sandbox where scripts may run', async () => {
    expect(found(await pathsOf(OPEN), 'escape-lua@network').advisories).toContain('CVE-2025-49844')
    expect(ids(await pathsOf(`${OPEN}user default on nopass ~* +@all -@scripting -acl\n`))).not.toContain('escape-lua@network')
  })
})

describe('a sentinel', () => {
  const sentinel = 'sentinel monitor m 10.0.0.1 6379 2\n'
  it('takes scripts from strangers only where that was allowed', async () => {
    const given = { entry: 'sentinel.conf' }
    expect(ids(await pathsOf(sentinel, given))).not.toContain('sentinel-script@network')
    expect(ids(await pathsOf(`${sentinel}sentinel deny-scripts-reconfig no\n`, given))).toContain('sentinel-script@network')
  })
})
