import type { Word } from '../../parser/conf-tree.ts'

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

/** `requirepass` with a word is safer than without. */
const SAFER_WHEN_SET: ReadonlySet<string> = new Set(['requirepass', 'aclfile'])

/** The words of a line that was replaced were the safer ones. */
export function wasSafer(name: string, before: readonly Word[], after: readonly Word[]): boolean {
  if (SAFER_WHEN_SET.has(name)) return isSet(before) && !isSet(after)
  if (name === 'bind') return before.length > 0 && before.every(isLoopback) && !after.every(isLoopback)
  const order = Object.hasOwn(SAFEST_FIRST, name) ? SAFEST_FIRST[name] ?? [] : []
  return rank(order, before) < rank(order, after)
}

const isSet = ([word]: readonly Word[]): boolean => word !== undefined && word.value !== ''

const isLoopback = ({ value }: Word): boolean => /^-?(?:127\.[\d.]+|::1|localhost)$/.test(value)

function rank(order: readonly string[], [word]: readonly Word[]): number {
  const at = order.indexOf(word?.value.toLowerCase() ?? '')
  return at === -1 ? order.length : at
}
