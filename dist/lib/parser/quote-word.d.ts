/**
 * The shortest writing of a value that every server, of any release, reads back as one word with
 * this value: bare, in `'…'`, or in `"…"`. A word that opens with `#` must not be the first of a line.
 *
 * @example quoteWord('a b') // "a b" in double quotes
 */
export declare function quoteWord(value: string): string;
