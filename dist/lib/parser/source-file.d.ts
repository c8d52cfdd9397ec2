/** Half-open range `[start, end)` of byte offsets in one file. */
export interface Span {
    readonly start: number;
    readonly end: number;
}
/**
 * One file, held as one char a byte (U+0000 to U+00FF): an offset is a byte offset, and any
 * input, valid UTF-8 or not, survives the round trip.
 */
export interface SourceFile {
    /** What to print, and the key of the file within its project. */
    readonly path: string;
    readonly text: string;
}
/** A span that knows its file. Everything reported to a user carries one. */
export interface Location {
    readonly path: string;
    readonly span: Span;
}
/** Bytes as text of one char a byte. `TextDecoder('latin1')` is windows-1252, so it can't be used. */
export declare function textOf(bytes: Uint8Array): string;
/**
 * The text of what the library was given. A string is taken as one char a byte, as {@link textOf} makes it; one that
 * can't be that, because it has chars above U+00FF, is encoded as UTF-8.
 */
export declare function sourceText(source: Uint8Array | string): string;
/** The inverse of {@link textOf}. Chars above U+00FF can't come from a file and are cut to their low byte. */
export declare function bytesOf(text: string): Uint8Array;
