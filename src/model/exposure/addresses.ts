import ipaddr from 'ipaddr.js'
import type { Schema } from '../../schema/schema.ts'
import { couldBeHostName } from '../host-name.ts'
import { inGroups } from '../ipv6-text.ts'

/** Who can be on the other end of an address: everybody, only this machine, or a network. */
export type AddressScope = 'any' | 'loopback' | 'other-loopback' | 'network'

/** A word of `bind`, as the release understands it. */
export interface BindAddress {
  /** As written. */
  readonly word: string
  /** `-addr`: that the host does not have it is forgiven. */
  readonly optional: boolean
  readonly family: 4 | 6
  /** What the socket is bound to, spelled one way; a host name stays as it is. `*` stands for all of the family. */
  readonly host: string
  readonly scope: AddressScope
  /** Nobody can resolve it or bind to it. */
  readonly problem: 'unresolvable' | 'unusable' | null
}

const LOOPBACK = '127.0.0.1'

/** Reads one word of `bind`. Families are told apart by a colon, as the server does. */
export function readBindAddress(word: string, schema: Schema): BindAddress {
  const optional = schema.has('optional-bind-addresses') && word.startsWith('-')
  const host = optional ? word.slice(1) : word
  const read = host.includes(':') ? readIPv6(host, schema) : readIPv4(host)
  return { word, optional, ...read }
}

type Read = Omit<BindAddress, 'word' | 'optional'>

function readIPv4(host: string): Read {
  if (host === '*') return { family: 4, host: '*', scope: 'any', problem: null }
  const address = parsed(() => ipaddr.IPv4.parse(host))?.toString()
  if (address !== undefined) {
    return address === '0.0.0.0'
      ? { family: 4, host: '*', scope: 'any', problem: null }
      : { family: 4, host: address, scope: scopeOfIPv4(address), problem: null }
  }
  if (host.toLowerCase() === 'localhost') return { family: 4, host: LOOPBACK, scope: 'loopback', problem: null }
  return { family: 4, host, scope: 'network', problem: couldBeHostName(host) ? null : 'unresolvable' }
}

function scopeOfIPv4(address: string): AddressScope {
  if (address === LOOPBACK) return 'loopback'
  return address.startsWith('127.') ? 'other-loopback' : 'network'
}

function readIPv6(host: string, schema: Schema): Read {
  if (host === '::*' && schema.has('star-is-any-ipv6')) return { family: 6, host: '*', scope: 'any', problem: null }
  const [bare, zone] = splitZone(host)
  const address = parsed(() => ipaddr.IPv6.parse(inGroups(bare)))
  if (address === null) return unresolvable(host)
  const text = address.toRFC5952String()
  const linkLocal = text.startsWith('fe') && address.range() === 'linkLocal'
  const multicast = text.startsWith('ff')
  const place = readZone(zone, linkLocal || multicast)
  if (place === null) return unresolvable(host)
  if (text === '::') return { family: 6, host: '*', scope: 'any', problem: null }
  // bind(2) says EINVAL: the socket is IPv6 only, nobody listens to many, and a link-local address means nothing without its interface.
  const unusable = multicast || address.isIPv4MappedAddress() || (linkLocal && place === 0)
  const scope = text === '::1' ? 'loopback' : 'network'
  return { family: 6, host: linkLocal && zone !== null ? `${text}%${zone}` : text, scope, problem: unusable ? 'unusable' : null }
}

const unresolvable = (host: string): Read => ({ family: 6, host, scope: 'network', problem: 'unresolvable' })

/**
 * What stands behind `%`: a number, which any address may have, or the name of an interface, where the address is of one; 0
 * where there is nothing. null: it is neither, and the address is none (getaddrinfo(3) of glibc; measured: 6.0.16 to 9.1.2).
 */
function readZone(zone: string | null, ofInterface: boolean): number | string | null {
  if (zone === null) return 0
  const number = /^\d+$/.test(zone) ? Number(zone) : NaN
  if (number <= 0xffff_ffff) return number
  return ofInterface && zone !== '' ? zone : null
}

/** To ask first whether a text is an address would be to read it twice. */
function parsed<Address>(parse: () => Address): Address | null {
  try {
    return parse()
  } catch {
    return null
  }
}

function splitZone(host: string): readonly [string, string | null] {
  const percent = host.indexOf('%')
  return percent < 0 ? [host, null] : [host.slice(0, percent), host.slice(percent + 1)]
}

/** Which kind of network an address belongs to; null for a name, or for loopback and wildcards. */
export type NetworkKind = 'public' | 'private' | 'link-local' | 'carrier' | 'multicast' | 'reserved'

const NETWORK_KINDS: Readonly<Record<string, NetworkKind>> = {
  private: 'private', uniqueLocal: 'private', linkLocal: 'link-local', carrierGradeNat: 'carrier',
  unicast: 'public', multicast: 'multicast', broadcast: 'multicast',
}

/**
 * Private, public, link-local or carrier-grade, by the registries of special addresses.
 *
 * @example networkKind(readBindAddress('10.0.0.5', schema)) // 'private'
 */
export function networkKind(address: BindAddress): NetworkKind | null {
  if (address.scope !== 'network') return null
  const [bare] = splitZone(address.host)
  if (!ipaddr.isValid(bare)) return null
  return NETWORK_KINDS[ipaddr.parse(bare).range()] ?? 'reserved'
}

/** Does a host with these addresses have this one? It always has loopback; not to know its addresses is to take any as present. */
export function isOnHost(address: BindAddress, addresses: readonly string[] | undefined, schema: Schema): boolean {
  if (addresses === undefined || address.scope !== 'network') return true
  return addresses.some((each) => readBindAddress(each, schema).host === address.host)
}
