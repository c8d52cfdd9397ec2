import type { Release } from './schema.js';
import { type Series } from './timeline.js';
/** The build that was measured for each series. */
export declare const MEASURED: Readonly<Record<Series, string>>;
export declare const ALL_SERIES: readonly Series[];
/** The releases whose facts were measured, oldest first, Redis before Valkey. */
export declare const RELEASES: readonly Release[];
export type ReleaseServer = Release['server'];
export declare function release(series: Series, version: string, asked: Pick<Release, 'exact' | 'newer'>): Release;
export declare function seriesOf(server: ReleaseServer): readonly Series[];
/** Where a release stands in the tree. */
export declare function seriesOfRelease({ server, series }: Release): Series;
/** The patch number: 15 for 7.0.15. One that was not given, or a later series, counts as the newest. */
export declare function patchOf({ version, newer }: Release): number;
