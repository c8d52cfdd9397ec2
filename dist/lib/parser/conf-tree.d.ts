import type { Dialect } from './dialect.js';
import type { SourceFile, Span } from './source-file.js';
export type TokenKind = 'newline' | 'space' | 'comment' | 'word' | 'dropped' | 'bad-rest';
/** A piece of the source. The tokens of a file, concatenated, are the file. */
export interface Token {
    readonly kind: TokenKind;
    readonly span: Span;
}
/** One argument as the server sees it: `value` is decoded, one char a byte; `span` covers the quotes. */
export interface Word extends Token {
    readonly kind: 'word';
    readonly value: string;
    readonly quoted: boolean;
    /**
     * The source offset of each char of `value`, and behind them that of the last one's end; absent or null
     * when the value is the source as it stands, char by char from `span.start`.
     */
    readonly starts?: readonly number[] | null;
}
export type SyntaxProblemKind = 'unterminated-quote' | 'text-after-quote';
/** Why the server calls a line unbalanced. `span` covers the quote that is never closed, or what follows the closing one. */
export interface SyntaxProblem {
    readonly kind: SyntaxProblemKind;
    readonly span: Span;
}
interface LineBase {
    /** Includes the newline, where there is one. A NUL byte glues lines together; then it covers them all. */
    readonly span: Span;
    /** 1-based, as the server counts it in an error message for this text. */
    readonly number: number;
    readonly tokens: readonly Token[];
}
export interface BlankLine extends LineBase {
    readonly kind: 'blank';
}
export interface CommentLine extends LineBase {
    readonly kind: 'comment';
    readonly comment: Token;
}
export interface Directive extends LineBase {
    readonly kind: 'directive';
    /** As written, decoded. The server lower-cases it. */
    readonly name: Word;
    readonly args: readonly Word[];
}
/** "Unbalanced quotes": no server starts with this line. The words before the problem are kept. */
export interface MalformedLine extends LineBase {
    readonly kind: 'malformed';
    readonly words: readonly Word[];
    readonly problem: SyntaxProblem;
}
export type ConfLine = BlankLine | CommentLine | Directive | MalformedLine;
export interface ConfDocument {
    readonly kind: 'conf';
    readonly file: SourceFile;
    readonly dialect: Dialect;
    readonly lines: readonly ConfLine[];
    /** All that the server never sees: from each NUL to the end of what was read with it, usually the line and its newline. */
    readonly dropped: readonly Span[];
}
export {};
