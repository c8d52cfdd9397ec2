import { describe, expect, it } from 'vitest'
import { candidateCuts } from '../../../src/model/attack/candidate-changes.ts'
import { applied, type Cut } from '../../../src/model/attack/change.ts'
import { closingCuts } from '../../../src/model/attack/closing.ts'
import { attackFacts } from '../../../src/model/attack/foothold.ts'
import { attackPaths } from '../../../src/model/attack/index.ts'
import { techniquesOf } from '../../../src/model/attack/techniques-here.ts'
import { trialOf } from '../../../src/model/attack/trial.ts'
import { isWellKnown } from '../../../src/rules/auth/password-strength.ts'
import { dryRun, loadProject, memoryHost } from '../../../src/model/index.ts'
import { installedServers, NO_SERVERS, start, withServer, type OracleServer } from '../servers.ts'
import { LIVE_ORIGINS } from './attacker.ts'
import { configuration, randomFrom, type Configuration } from './configurations.ts'
import { liveAccount, type LiveAccount } from './live-account.ts'
import { allowedTo, type LiveTechnique } from './live-techniques.ts'

const servers = installedServers().filter(({ name }) => ['redis-6.0.16', 'redis-7.0.15', 'redis-8.0.6', 'valkey-9.1.2'].includes(name))
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 300)
const SEED = Number(process.env['ATTACK_SEED'] ?? Date.now() % 1_000_000)
/** Configurations at once; each has ports of its own. */
const LANES = 3

interface Comparison {
  readonly started: boolean
  readonly wrong: readonly string[]
  readonly checked: number
}

/** Everything the model says of one configuration beside what a server does with it. */
async function compare(server: OracleServer, config: Configuration, port: number): Promise<Comparison> {
  const project = await loadProject({ entry: 'redis.conf', host: memoryHost(config.files), target: server.target })
  const model = dryRun(project)
  const outcome = await start(server, { files: config.files, network: 'host', socket: false })
  if (!outcome.started) return { started: false, checked: 1, wrong: outcome.started === null || !model.starts ? [] : [`the model starts it, ${server.name} says ${outcome.message}`] }
  try {
    if (!model.starts) return { started: true, checked: 1, wrong: [`${server.name} starts it, the model says ${model.problems[0]?.message ?? ''}`] }
    const exposure = model.exposure()
    const techniques: readonly LiveTechnique[] = techniquesOf(attackFacts(model, project, exposure, isWellKnown))
    const reported = new Set(attackPaths(model, project, exposure, isWellKnown).map(({ id }) => id))
    const live = await livePaths(config, { folder: outcome.folder, port }, techniques)
    const wrong: string[] = []
    for (const { id } of techniques) {
      for (const zone of ['socket', 'machine']) {
        const path = `${id}@${zone}`
        if (reported.has(path) !== live.has(path)) wrong.push(`${path}: ${reported.has(path) ? 'reported, but refused' : 'allowed, but missed'}`)
      }
    }
    return { started: true, checked: 2 * techniques.length, wrong }
  } finally {
    await outcome.stop()
  }
}

/** The techniques that work, by trying them from everywhere as everybody an attacker can be. */
async function livePaths(config: Configuration, victim: { folder: string; port: number }, techniques: readonly LiveTechnique[]): Promise<ReadonlySet<string>> {
  const accounts: LiveAccount[] = []
  for (const origin of LIVE_ORIGINS) {
    for (const user of [null, ...config.guessable.keys()]) {
      const account = await liveAccount(origin, user, victim, config)
      if (account !== null) accounts.push(account)
    }
  }
  const found = new Set<string>()
  const record = ({ origin }: LiveAccount, id: string): void => { found.add(`${id}@${origin === 'unix' ? 'socket' : 'machine'}`) }
  const first = await allowedTo(accounts, techniques)
  for (const allowed of first) for (const { id, needs } of techniques) if (allowed.has(needs)) record(allowed.account, id)
  const risen: LiveAccount[] = []
  for (const { account } of first) if ((await account.ask(['acl', 'setuser', account.user ?? 'default', 'on', '~*', '+@all'])) === 'done') risen.push(account)
  for (const allowed of await allowedTo(risen, techniques)) for (const { id, needs } of techniques) if (allowed.has(needs)) record(allowed.account, id)
  for (const account of accounts) account.close()
  return found
}

/** A path is closed by a cut when the server no longer does what it did, or no longer listens there. */
interface Closing {
  readonly path: string
  readonly lines: readonly string[]
}

/** Tries the first and the last cut of every path on the server: which of them do not close what they claim to? */
async function unclosed(server: OracleServer, config: Configuration, port: number): Promise<{ readonly tried: number; readonly open: readonly Closing[] }> {
  const project = await loadProject({ entry: 'redis.conf', host: memoryHost(config.files), target: server.target })
  const model = dryRun(project)
  const facts = attackFacts(model, project, model.exposure(), isWellKnown)
  const paths = attackPaths(model, project, model.exposure(), isWellKnown)
  const techniques: readonly LiveTechnique[] = techniquesOf(facts)
  const cuts = closingCuts(paths, candidateCuts(paths, facts), trialOf(project, { isWellKnown }))
  const byCut = new Map<string, { readonly cut: Cut; readonly closes: Set<string> }>()
  for (const [path, sets] of cuts) {
    for (const cut of new Set([sets[0], sets.at(-1)])) {
      if (cut === undefined) continue
      const key = cut.map(({ text, path: file }) => `${file} ${text}`).join('\n')
      const known = byCut.get(key) ?? { cut, closes: new Set<string>() }
      byCut.set(key, { cut, closes: known.closes.add(path) })
    }
  }
  const open: Closing[] = []
  for (const { cut, closes } of byCut.values()) {
    const files: Record<string, string> = { ...config.files }
    for (const change of [...cut].sort((a, b) => (b.replaces?.span.start ?? -1) - (a.replaces?.span.start ?? -1))) {
      files[change.path] = applied(files[change.path] ?? '', { ...change, text: change.text.replaceAll('{{password}}', 'nobodyKnowsThis0123456789') })
    }
    const live = await withServer(server, { files, network: 'host', socket: false }, (outcome) => {
      if (!outcome.started) throw new Error(`${server.name} does not start with ${cut.map(({ line }) => line).join(' + ')}`)
      return livePaths({ ...config, files, found: foundAfter(config, cut) }, { folder: outcome.folder, port }, techniques.filter(({ id }) => [...closes].some((path) => path.startsWith(`${id}@`))))
    })
    for (const path of closes) if (live.has(path)) open.push({ path, lines: cut.map(({ line }) => line) })
  }
  return { tried: byCut.size, open }
}

/** Commands that a cut takes away are not to be found under any name. */
function foundAfter({ found }: Configuration, cut: Cut): ReadonlyMap<string, string> {
  const removed = cut.flatMap(({ text }) => /^rename-command (\S+) ""$/.exec(text)?.[1]?.toLowerCase() ?? [])
  return new Map([...found, ...removed.map((command) => [command, ''] as const)])
}

/** A server with everything that can be opened, and one whose holes are users. */
const CARELESS: readonly (readonly [why: string, files: Record<string, string>, guessable: readonly (readonly [string, string])[], switches: readonly string[]])[] = [
  ['everything open', { 'redis.conf': 'unixsocket s.sock\nsave ""\nbind 127.0.0.1\n' }, [], ['enable-debug-command yes', 'enable-module-command yes', 'enable-protected-configs yes']],
  ['a well-known password', { 'redis.conf': 'unixsocket s.sock\nsave ""\nbind 127.0.0.1\nrequirepass 123456\n' }, [['default', '123456']], ['enable-debug-command local', 'enable-module-command local', 'enable-protected-configs local']],
  ['a user without a password', { 'redis.conf': 'unixsocket s.sock\nsave ""\nbind 127.0.0.1\nuser default off\nuser alice on nopass ~* +@all\n' }, [['alice', 'anything']], ['enable-debug-command yes']],
  ['an ACL file', { 'redis.conf': 'unixsocket s.sock\nsave ""\nbind 127.0.0.1\naclfile users.acl\n', 'users.acl': 'user bob on >123456 ~* +@all\n' }, [['bob', '123456']], []],
]

describe.skipIf(servers.length === 0)(servers.length === 0 ? NO_SERVERS : 'attack paths, walked on real servers', () => {
  it(`reports what works and nothing else, over ${RUNS} random configurations (seed ${SEED})`, { timeout: 900_000 }, async () => {
    const random = randomFrom(SEED)
    const cases = Array.from({ length: RUNS }, (_, i) => {
      const server = servers[i % servers.length]
      if (server === undefined) throw new Error('unreachable: skipped without servers')
      const port = 21_000 + (i % LANES)
      return { server, port, config: configuration(server, port, random) }
    })
    const wrong: string[] = []
    let started = 0
    let checked = 0
    await Promise.all(Array.from({ length: LANES }, async (_, lane) => {
      for (const { server, port, config } of cases.filter((__, i) => i % LANES === lane)) {
        const result = await compare(server, config, port)
        started += result.started ? 1 : 0
        checked += result.checked
        if (result.wrong.length > 0) wrong.push(`${server.name}\n${Object.entries(config.files).map(([name, text]) => `${name}:\n${text}`).join('')}${result.wrong.join('\n')}`)
      }
    }))
    expect(wrong.join('\n\n')).toBe('')
    expect(started).toBeGreaterThan(RUNS / 2)
    expect(checked).toBeGreaterThan(RUNS * 10)
  })

  describe.each(servers)('$name', (server) => {
    it.each(CARELESS)('closes with the lines it proposes what stands open: %s', { timeout: 300_000 }, async (_, files, guessable, switches) => {
      const port = 21_000 + LANES + servers.indexOf(server)
      const known = server.name.startsWith('redis-6') ? [] : switches
      const all = { ...files, 'redis.conf': `${files['redis.conf'] ?? ''}port ${port}\n${known.map((line) => `${line}\n`).join('')}` }
      const config: Configuration = { files: all, guessable: new Map(guessable), found: new Map() }
      expect(await compare(server, config, port)).toMatchObject({ started: true, wrong: [] })
      const { tried, open } = await unclosed(server, config, port)
      expect(open).toEqual([])
      expect(tried).toBeGreaterThan(10)
    })
  })
})
