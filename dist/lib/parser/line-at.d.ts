import type { ConfDocument, ConfLine } from './conf-tree.js';
/** The index of the line of the tree that covers an offset: a NUL byte glues several lines of the file into one. */
export declare function lineIndexAt({ lines }: ConfDocument, offset: number): number;
/** The line of the tree that covers an offset; none in an empty file. */
export declare function lineAt(document: ConfDocument, offset: number): ConfLine | undefined;
