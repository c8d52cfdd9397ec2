import type { Release } from './schema.js';
/** What could not be taken for a release, and what may have been meant. */
export interface UnknownTarget {
    readonly kind: 'unknown-target';
    readonly given: string;
    /** words: not a server and a version. too-old: before everything that is known. */
    readonly reason: 'words' | 'too-old';
    /** Targets that work, likeliest first. */
    readonly suggestions: readonly string[];
}
export declare function isUnknownTarget(value: object): value is UnknownTarget;
/**
 * A target as people write it: a server, a version or both. Without a server it is Redis; without a
 * version, the newest known; `7` is the newest known 7.x, `7.2` the newest measured 7.2.x.
 *
 * A series that was not measured is taken as the nearest older one, and marked `newer`, as is a later patch.
 *
 * @example parseTarget('redis@6.2') // { id: 'redis@6.2.16', series: '6.2', … }
 */
export declare function parseTarget(text: string): Release | UnknownTarget;
