import type { SyntaxProblem, Word } from './conf-tree.js';
import type { Dialect } from './dialect.js';
/** Ends a bare word, and is trimmed off lines. */
export declare function isBlank(code: number): boolean;
/** Is skipped between words: C `isspace()`, which a bare word does not end at (VT and FF are ordinary chars there). */
export declare function isSpace(code: number): boolean;
/** Where to read, and how. A newline ends a line of a file, and is a blank like others in a value that is split again. */
export interface Scope {
    readonly text: string;
    readonly end: number;
    readonly newlineEnds: boolean;
    readonly dialect: Dialect;
}
/**
 * Reads the word that begins at `start`, where no space is, or says why its whole line is refused. The rules are
 * those of `sds.c:sdssplitargs`, the same from Redis 2.8 to 8.0; Valkey has its own from 8.1 on.
 */
export declare function scanWord(scope: Scope, start: number): Word | SyntaxProblem;
/** The words of a line, and why the server refuses it if it does. */
export interface SplitLine {
    readonly words: readonly Word[];
    readonly problem: SyntaxProblem | null;
}
/**
 * Splits a text as the server splits a line, and as it splits again the single argument of a
 * multi-argument directive or the inside of an ACL selector. Spans are moved by `base`, or looked
 * up in it where it tells the source offset of each char and of the end. The text ends at a NUL, as it does for the server.
 *
 * @example splitWords('bind 127.0.0.1 "::1"', CLASSIC_DIALECT).words.map((word) => word.value) // ['bind', '127.0.0.1', '::1']
 */
export declare function splitWords(text: string, dialect: Dialect, base?: number | readonly number[]): SplitLine;
/** {@link Word.starts}, of any word. */
export declare function startsOf(word: Word): readonly number[];
