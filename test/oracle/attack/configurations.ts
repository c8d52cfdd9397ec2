import type { OracleServer } from '../servers.ts'

/** A configuration to attack, and what its author knows of it. */
export interface Configuration {
  readonly files: Readonly<Record<string, string>>
  /** Passwords that lists have, by user; an attacker tries them. */
  readonly guessable: ReadonlyMap<string, string>
  /** New names of commands that he would find; other renames he does not know. */
  readonly found: ReadonlyMap<string, string>
}

export type Random = () => number

/** A generator that gives the same configurations for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const STRONG = 'kV9s2Lq8Zr4Xw7Tn1Yb6Uc3Mf5Hd0Pj'
const RULES = ['+@all', '+@all -@dangerous', '+@all -config -debug', '+@read', '+@write +@read -flushall -flushdb', '-@all +ping', '+@all -@scripting', '-@all +acl', '+@admin', '+@all -acl', '+@all -keys -scan -randomkey']
const KEYS = ['~*', '~cache:*', '~a ~b?', '']
const RENAMED = ['config', 'flushall', 'flushdb', 'keys', 'debug', 'eval', 'shutdown', 'replicaof', 'slaveof', 'module', 'acl', 'monitor', 'auth', 'hello', 'save', 'migrate', 'scan', 'script']

/** Lines a careless, a careful and a confused person would write, in any mixture. */
export function configuration(server: OracleServer, port: number, random: Random): Configuration {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const chance = (share: number): boolean => random() < share
  const guessable = new Map<string, string>()
  const found = new Map<string, string>()
  const users = usersOf(pick, chance, guessable)
  const aclFile = users.length > 0 && chance(0.3)
  const password = pick(['', '', '""', STRONG, '123456'])
  if (password === '123456' && !aclFile && !users.some((line) => line.startsWith('user default'))) guessable.set('default', password)
  const lines = [
    `port ${port}`, 'unixsocket s.sock', 'save ""', `bind ${pick(['127.0.0.1', '127.0.0.2', '127.0.0.1 127.0.0.2'])}`,
    ...(aclFile ? ['aclfile users.acl'] : users),
    ...(password === '' ? [] : [`requirepass ${password}`]),
    ...settingsOf(server, pick, chance),
    ...renamesOf(pick, chance, found),
  ]
  const files = { 'redis.conf': `${lines.join('\n')}\n`, ...(aclFile ? { 'users.acl': `${users.join('\n')}\n` } : {}) }
  return { files, guessable, found }
}

/** Switches came with 7.0. */
function settingsOf({ name }: OracleServer, pick: Pick, chance: (share: number) => boolean): string[] {
  const switches = name.startsWith('redis-6') ? [] : ['debug-command', 'module-command', 'protected-configs']
  return [
    ...switches.filter(() => chance(0.5)).map((each) => `enable-${each} ${pick(['yes', 'local', 'no'])}`),
    ...(chance(0.4) ? [`protected-mode ${pick(['yes', 'no'])}`] : []),
    ...(chance(0.3) ? ['maxmemory 100mb'] : []),
    ...(chance(0.2) ? ['replicaof 127.0.0.1 1', `replica-read-only ${pick(['yes', 'yes', 'no'])}`] : []),
  ]
}

function renamesOf(pick: Pick, chance: (share: number) => boolean, found: Map<string, string>): string[] {
  return RENAMED.filter(() => chance(0.12)).map((command) => {
    const target = pick(['""', `my_${command}`, `${command}2`, `zq7vkw1n8t4b${command.length}`])
    found.set(command, target.includes(command) ? target : '')
    return `rename-command ${command} ${target}`
  })
}

type Pick = <T>(items: readonly T[]) => T

function usersOf(pick: Pick, chance: (share: number) => boolean, guessable: Map<string, string>): string[] {
  const lines: string[] = []
  for (const name of ['default', 'alice', 'bob']) {
    if (!chance(name === 'default' ? 0.4 : 0.3)) continue
    const auth = pick(['nopass', '>123456', `>${STRONG}`, ''])
    const state = pick(['on', 'on', 'on', 'off'])
    lines.push(['user', name, state, auth, pick(KEYS), pick(RULES)].filter((word) => word !== '').join(' '))
    if (auth === '>123456' && state === 'on') guessable.set(name, '123456')
    if (auth === 'nopass' && state === 'on') guessable.set(name, 'anything')
  }
  return lines
}
