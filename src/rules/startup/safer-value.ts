import type { Word } from '../../parser/conf-tree.ts'
import { isGuessable } from '../auth/password-strength.ts'
import { riskOfName } from '../persistence/risky-dump-name.ts'

/** Values from the safest to the least safe; what is not listed comes last. */
const SAFEST_FIRST: Readonly<Record<string, readonly string[]>> = {
  'protected-mode': ['yes', 'no'],
  'enable-debug-command': ['no', 'local', 'yes'],
  'enable-module-command': ['no', 'local', 'yes'],
  'enable-protected-configs': ['no', 'local', 'yes'],
  'tls-auth-clients': ['yes', 'optional', 'no'],
  'tls-replication': ['yes', 'no'],
  'tls-cluster': ['yes', 'no'],
  'acl-pubsub-default': ['resetchannels', 'allchannels'],
  'replica-read-only': ['yes', 'no'],
  'port': ['0'],
}

type Words = readonly Word[]

/** How unsafe the words of a directive are; more is less safe. */
const RISK: Readonly<Record<string, (words: Words) => number>> = {
  'bind': (words) => (words.length > 0 && words.every(isLoopback) ? 0 : 1),
  'requirepass': ([word]) => (word === undefined || word.value === '' ? 2 : isGuessable(word.value) ? 1 : 0),
  'aclfile': isUnset,
  'masterauth': isUnset,
  'primaryauth': isUnset,
  'tls-port': isUnset,
  'maxmemory': isUnset,
  'unixsocketperm': ([word]) => openness(word?.value ?? ''),
  'tls-protocols': (words) => oldest(words.map((word) => word.value).join(' ')),
  'client-output-buffer-limit': (words) => words.slice(1).filter(({ value }) => value === '0').length,
  'dbfilename': ([word]) => (riskOfName(word?.value ?? '') === null ? 0 : 1),
}

/** The words of a line that was replaced were the safer ones. */
export function wasSafer(name: string, before: Words, after: Words): boolean {
  const risk = (Object.hasOwn(RISK, name) ? RISK[name] : undefined) ?? ((words: Words) => rank(name, words))
  return risk(before) < risk(after)
}

function rank(name: string, [word]: Words): number {
  const order = Object.hasOwn(SAFEST_FIRST, name) ? SAFEST_FIRST[name] ?? [] : []
  const at = order.indexOf(word?.value.toLowerCase() ?? '')
  return at === -1 ? order.length : at
}

/** Nothing, or a zero that stands for nothing. */
function isUnset([word]: Words): number {
  return word === undefined || word.value === '' || word.value === '0' ? 1 : 0
}

const isLoopback = ({ value }: Word): boolean => /^-?(?:127\.[\d.]+|::1|localhost)$/.test(value)

/** What the group and everybody else may do with a socket; 0 leaves it to the umask. */
function openness(octal: string): number {
  const mode = Number.parseInt(octal, 8)
  return mode === 0 || Number.isNaN(mode) ? 0o77 : (mode & 0o7) << 3 | (mode >> 3 & 0o7)
}

/** The oldest protocol that is spoken counts. */
function oldest(protocols: string): number {
  return ['tlsv1.3', 'tlsv1.2', 'tlsv1.1', 'tlsv1'].findLastIndex((version) => protocols.toLowerCase().split(/\s+/).includes(version))
}
