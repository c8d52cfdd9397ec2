import type { Schema } from '../../schema/schema.js';
/** Who can be on the other end of an address: everybody, only this machine, or a network. */
export type AddressScope = 'any' | 'loopback' | 'other-loopback' | 'network';
/** A word of `bind`, as the release understands it. */
export interface BindAddress {
    /** As written. */
    readonly word: string;
    /** `-addr`: that the host does not have it is forgiven. */
    readonly optional: boolean;
    readonly family: 4 | 6;
    /** What the socket is bound to, spelled one way; a host name stays as it is. `*` stands for all of the family. */
    readonly host: string;
    readonly scope: AddressScope;
    /** Nobody can resolve it or bind to it. */
    readonly problem: 'unresolvable' | 'unusable' | null;
}
/** Reads one word of `bind`. Families are told apart by a colon, as the server does. */
export declare function readBindAddress(word: string, schema: Schema): BindAddress;
/** Which kind of network an address belongs to; null for a name, or for loopback and wildcards. */
export type NetworkKind = 'public' | 'private' | 'link-local' | 'carrier' | 'multicast' | 'reserved';
/**
 * Private, public, link-local or carrier-grade, by the registries of special addresses.
 *
 * @example networkKind(readBindAddress('10.0.0.5', schema)) // 'private'
 */
export declare function networkKind(address: BindAddress): NetworkKind | null;
/** Does a host with these addresses have this one? It always has loopback; not to know its addresses is to take any as present. */
export declare function isOnHost(address: BindAddress, addresses: readonly string[] | undefined, schema: Schema): boolean;
