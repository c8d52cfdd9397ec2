/** How a release splits a line into words. Everything else about releases is the schema's business. */
export interface Dialect {
  /**
   * After a closing quote more text may follow and belongs to the same word, as in a shell
   * (Valkey 9). Everywhere else the whole line is refused as "Unbalanced quotes".
   */
  readonly textMayFollowQuote: boolean
  /** The byte 0xFF is deleted from configuration text before it is split (Valkey 8.1 and 9.1). */
  readonly dropsByteFF: boolean
}

export const CLASSIC_DIALECT: Dialect = { textMayFollowQuote: false, dropsByteFF: false }
