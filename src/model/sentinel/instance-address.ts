import ipaddr from 'ipaddr.js'
import { couldBeHostName } from '../host-name.ts'
import { inGroups } from '../ipv6-text.ts'

/** How an instance is found: a numeric address in its shortest spelling, or a name that a resolver must know. */
export type InstanceAddress =
  | { readonly kind: 'numeric'; readonly ip: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'hopeless' }

/**
 * What getaddrinfo makes of a host. Numbers may be octal, hexadecimal and fewer than four (`127.1`, `0x7f.1`).
 */
export function instanceAddress(host: string): InstanceAddress {
  const text = inGroups(host)
  if (ipaddr.isValid(text)) return { kind: 'numeric', ip: ipaddr.parse(text).toString() }
  return couldBeHostName(host) ? { kind: 'name', name: host } : { kind: 'hopeless' }
}
