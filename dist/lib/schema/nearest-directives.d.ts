import type { Schema } from './schema.js';
/**
 * What an unknown name may have been meant for, likeliest first: the same setting's name in this release, the same
 * letters with other punctuation, a name a few keystrokes away, or the name that begins with it.
 *
 * @example nearestDirectives('maxmemry', schema) // ['maxmemory']
 */
export declare function nearestDirectives(name: string, schema: Schema, atMost?: number): readonly string[];
/** How often each letter and digit occurs; no other sign counts. */
export declare function letterCounts(word: string): Uint8Array;
/** Never more than the edit distance, and much cheaper: what is left over of either bag of letters. */
export declare function countDistance(a: Uint8Array, b: Uint8Array): number;
/** Keystrokes from one word to another, swaps of neighbours counting as one; beyond `limit`, any number above it. */
export declare function editDistance(a: string, b: string, limit: number): number;
