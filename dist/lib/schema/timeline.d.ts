/**
 * The tree of release series. A series inherits every fact of its parent unless a table says
 * otherwise: `valkey-7.2` grew out of `redis-7.2`.
 */
export declare const PARENTS: {
    readonly 'redis-2.8': null;
    readonly 'redis-3.2': "redis-2.8";
    readonly 'redis-4.0': "redis-3.2";
    readonly 'redis-5.0': "redis-4.0";
    readonly 'redis-6.0': "redis-5.0";
    readonly 'redis-6.2': "redis-6.0";
    readonly 'redis-7.0': "redis-6.2";
    readonly 'redis-7.2': "redis-7.0";
    readonly 'redis-7.4': "redis-7.2";
    readonly 'redis-8.0': "redis-7.4";
    readonly 'valkey-7.2': "redis-7.2";
    readonly 'valkey-8.0': "valkey-7.2";
    readonly 'valkey-8.1': "valkey-8.0";
    readonly 'valkey-9.1': "valkey-8.1";
};
export type Series = keyof typeof PARENTS;
/** Change points only: a value holds for a series and its descendants until one of them says otherwise. */
export type Timeline<T> = Readonly<Partial<Record<Series, T>>>;
/** The value in force at `series`: the nearest change point on the way to the root. */
export declare function at<T>(timeline: Timeline<T>, series: Series): T | undefined;
/** What a change point says of a record: only the properties that change; null takes one back to being unset. */
type Delta<T> = {
    readonly [K in keyof T]?: T[K] | null;
};
/** Change points of a record, each on top of what its parent says. null: gone from here on. */
export type DeltaTimeline<T> = Timeline<Delta<T> | null>;
/** The record in force at `series`, or null where the thing does not exist there. */
export declare function recordAt<T extends object>(timeline: DeltaTimeline<T>, series: Series): Partial<T> | null;
/** A series and its ancestors, the root first. */
export declare function lineage(series: Series): readonly Series[];
export {};
