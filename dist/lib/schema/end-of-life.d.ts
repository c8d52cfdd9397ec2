import type { Release } from './schema.js';
/** Until when the makers mend a series. */
export interface Lifetime {
    readonly series: string;
    /** First release: `2023-08-15`. */
    readonly released: string;
    /** The day security repairs end; null: none is set yet. */
    readonly endOfLife: string | null;
}
/** The lifetime of the series that was asked for, which need not be a measured one; null: not known. */
export declare function lifetimeOf({ server, version }: Release): Lifetime | null;
/**
 * Has the series got its last repair by that day? The day is an argument, as nothing here knows the date.
 *
 * @example isEndOfLife(release, '2026-11-21')
 */
export declare function isEndOfLife(release: Release, day: string): boolean;
/** Series of the server that still get repairs on that day, oldest first. */
export declare function supportedSeries(server: Release['server'], day: string): readonly string[];
