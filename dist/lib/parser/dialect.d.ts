/** How a release splits a line into words. Everything else about releases is the schema's business. */
export interface Dialect {
    /**
     * After a closing quote more text may follow and belongs to the same word, as in a shell
     * (Valkey 9). Everywhere else the whole line is refused as "Unbalanced quotes".
     */
    readonly textMayFollowQuote: boolean;
    /**
     * A byte 0xFF within a word, even behind a backslash, adds nothing to its value; `\xff` written as an escape does
     * (Valkey 8.1 and 9.1). It still is a char: alone it makes an empty word, and behind a closing quote it is text that follows it.
     */
    readonly dropsByteFF: boolean;
}
export declare const CLASSIC_DIALECT: Dialect;
