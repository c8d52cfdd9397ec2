import { type ReleaseServer } from './releases.js';
import type { Schema } from './schema.js';
/** Releases of one server, in a row, that know a name. */
export interface NameSpan {
    readonly server: ReleaseServer;
    /** `6.2`, or `6.0.7` where it came with a patch. */
    readonly since: string;
    /** The last series that knows it; null: the newest known does. */
    readonly until: string | null;
}
/** Which releases know a directive's name, be it an alias there; empty: none does. */
export declare function seriesKnowing(name: string): readonly NameSpan[];
/**
 * Where a name is known, for a message: `Redis 6.2 and later, and Valkey`, `Redis 2.8 to 6.2`. null: nowhere.
 *
 * @example knownWhere('tls-port') // 'Redis 6.0 and later, and Valkey'
 */
export declare function knownWhere(name: string): string | null;
/**
 * What this release calls the setting that another release calls `name`: slaveof and replicaof, *-ziplist-* and
 * *-listpack-*, lua-time-limit and busy-reply-threshold. null: it has no other name for it, or does not know it.
 *
 * @example nameIn(schemaFor('redis@4.0'), 'replica-priority') // 'slave-priority'
 */
export declare function nameIn(schema: Schema, name: string): string | null;
