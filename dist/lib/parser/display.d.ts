/**
 * Bytes as a person may see them: read as UTF-8, with what is no UTF-8 and what would steer a
 * terminal or hide text shown as an escape. Of two texts cut between characters, the display is that of both joined.
 *
 * @example decodeForDisplay('caf\xc3\xa9 \x1b[2J\xff') // 'café \\x1b[2J\\xff'
 */
export declare function decodeForDisplay(text: string): string;
