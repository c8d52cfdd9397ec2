import { distance } from '../edit-distance.ts'
import type { Schema } from '../../schema/schema.ts'

/** What people call things. The words are compared without `-`, `_` and `.`. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  password: 'requirepass', passwd: 'requirepass', auth: 'requirepass', requirepassword: 'requirepass',
  listen: 'bind', host: 'bind', address: 'bind', bindaddress: 'bind', listenaddress: 'bind',
  socket: 'unixsocket', socketfile: 'unixsocket', daemon: 'daemonize', background: 'daemonize',
  memory: 'maxmemory', memorylimit: 'maxmemory', maxmem: 'maxmemory', evictionpolicy: 'maxmemory-policy', maxconnections: 'maxclients', maxconn: 'maxclients',
  aof: 'appendonly', fsync: 'appendfsync', log: 'logfile', verbosity: 'loglevel', datadir: 'dir', directory: 'dir', rdbfilename: 'dbfilename',
  usersfile: 'aclfile', tlscert: 'tls-cert-file', tlskey: 'tls-key-file', tlsca: 'tls-ca-cert-file', masterpass: 'masterauth', masterpassword: 'masterauth',
  renamecommands: 'rename-command', replica: 'replicaof', slave: 'replicaof',
}

/** What someone meant who wrote a name that no release knows; null where it is anybody's guess. */
export function meantName(written: string, schema: Schema): string | null {
  const name = bare(written)
  if (name === '') return null
  const names = schema.directives().flatMap((facts) => [facts.name, ...facts.aliases])
  const same = names.find((known) => bare(known) === name)
  if (same !== undefined) return same
  const word = OTHER_WORDS[name]
  if (word !== undefined && Object.hasOwn(OTHER_WORDS, name)) return word
  return nearest(name, names)
}

/** `--max_memory:` and `maxmemory` are the same to the eye. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The one name within two slips; within one for short names. Two equally near ones are a guess. */
export function nearest(written: string, names: readonly string[]): string | null {
  const limit = written.length > 5 ? 2 : 1
  let best: string[] = []
  let least = limit
  for (const name of names) {
    const slips = distance(written, bare(name), least)
    if (slips > least) continue
    best = slips === least ? [...best, name] : [name]
    least = slips
  }
  return best.length === 1 ? best[0] ?? null : null
}
