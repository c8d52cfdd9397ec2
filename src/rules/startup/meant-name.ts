import { nearestDirectives } from '../../schema/index.ts'
import type { Schema } from '../../schema/schema.ts'
import { countDistance, editDistance, letterCounts } from '../../schema/nearest-directives.ts'

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
  if (schema.directive(written) !== null) return written.toLowerCase()
  const name = letters(written)
  const word = Object.hasOwn(OTHER_WORDS, name) ? OTHER_WORDS[name] ?? null : null
  if (word !== null && schema.directive(word) !== null) return word
  const [first, second] = nearestDirectives(written, schema, 2)
  if (first === undefined || isOtherWord(name, letters(first))) return null
  if (second === undefined) return first
  const far = name.length
  return editDistance(name, letters(first), far) < editDistance(name, letters(second), far) ? first : null
}

/** Another beginning is no slip of the finger: `memcompression` is not `rdbcompression`. */
const isOtherWord = (written: string, known: string): boolean => editDistance(written.slice(0, HEAD), known.slice(0, HEAD), HEAD) >= HEAD
const HEAD = 3

/** `--max_memory:` and `maxmemory` are the same to the eye. */
const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** No word of a server is as long, and what is cannot be counted in a byte. */
const LONGEST = 255

const counted = new WeakMap<readonly string[], ReadonlyMap<string, Uint8Array>>()

/** Counted once for every list: the same words are asked about line after line. */
function countsOf(words: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const known = counted.get(words) ?? new Map(words.map((word) => [word, letterCounts(word)]))
  counted.set(words, known)
  return known
}

/** The one word within two slips; within one for short words. Two equally near ones are a guess. */
export function nearest(written: string, words: readonly string[]): string | null {
  let best: string[] = []
  let least = written.length > 5 ? 2 : 1
  if (written.length > LONGEST) return null
  const counts = letterCounts(written)
  for (const [word, wordCounts] of countsOf(words)) {
    if (Math.abs(written.length - word.length) > least || countDistance(counts, wordCounts) > least) continue
    const slips = editDistance(written, word, least)
    if (slips > least) continue
    best = slips === least ? [...best, word] : [word]
    least = slips
  }
  return best.length === 1 ? best[0] ?? null : null
}
