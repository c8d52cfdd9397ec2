import type { Span } from '../parser/source-file.js';
export interface MaskedText {
    readonly text: string;
    /** Where an offset of the file falls in `text`; one inside a secret falls on its mask. */
    at(offset: number): number;
}
/**
 * A piece of a file with its secrets masked. `start` is the offset of the piece; `secrets` are those
 * of the file or of this piece, sorted.
 *
 * @example maskLine('requirepass hunter2', 0, [{ start: 12, end: 19 }]).text // 'requirepass •••'
 */
export declare function maskLine(text: string, start: number, secrets: readonly Span[]): MaskedText;
