import ipaddr from 'ipaddr.js'

/** How an instance is found: a numeric address in its shortest spelling, or a name that a resolver must know. */
export type InstanceAddress =
  | { readonly kind: 'numeric'; readonly ip: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'hopeless' }

/**
 * What getaddrinfo makes of a host. Numbers may be octal, hexadecimal and fewer than four (`127.1`, `0x7f.1`);
 * a name whose last label is a number, or with chars that no name has, is never found (measured: redis 6.0 to 8.0, valkey).
 */
export function instanceAddress(host: string): InstanceAddress {
  if (ipaddr.isValid(host)) return { kind: 'numeric', ip: ipaddr.parse(host).toString() }
  if (!/^[\w-]+(?:\.[\w-]+)*\.?$/.test(host) || /(?:^|\.)\d+\.?$/.test(host)) return { kind: 'hopeless' }
  return { kind: 'name', name: host }
}
