import type { SourceFile } from './source-file.js';
/** The offset of each line of a file, a line after a final newline included. Found on first use, then kept with the file. */
export declare function lineStarts(file: SourceFile): Uint32Array;
/** Where an offset stands: line and column from 1, the column in UTF-16 units of the line read as UTF-8. */
export interface Position {
    readonly line: number;
    readonly column: number;
    readonly offset: number;
}
/** @example positionAt(document.file, directive.name.span.start) // { line: 3, column: 1, offset: 57 } */
export declare function positionAt(file: SourceFile, offset: number): Position;
/** The length of the UTF-8 sequence at `at`, 1 where none is well formed (Unicode 15, table 3-7). */
export declare function sequenceLength(text: string, at: number): number;
