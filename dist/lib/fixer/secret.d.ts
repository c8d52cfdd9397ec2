import type { Word } from '../parser/conf-tree.js';
import type { Span } from '../parser/source-file.js';
/** A secret, where it stands. */
export interface Secret {
    readonly span: Span;
    /** What a text that quotes the line may hold of it. */
    readonly values: readonly string[];
    /** The word that is the secret, or that holds it; null: it is part of no word. */
    readonly word: Word | null;
}
export declare const wholeWord: (word: Word) => Secret;
/** A part of a word; `from` and `to` count in its value. */
export declare function partOf(word: Word, from: number, to: number): Secret;
/** A word as a reader would part it: `"requirepass x"` is two. One that holds no blank is given as it is. */
export declare function piecesOf(word: Word): readonly Word[];
/** The words of a text as a reader would part it, quotes being chars like others. */
export declare function plainWords(text: string, start: number): readonly Word[];
