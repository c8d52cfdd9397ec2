import type { SourceFile, Span } from './source-file.js';
import type { Word } from './conf-tree.js';
/** Rules that are a word of their own. Case does not matter to the server. */
export type AclKeyword = 'on' | 'off' | 'nopass' | 'resetpass' | 'reset' | 'clearselectors' | 'sanitize-payload' | 'skip-sanitize-payload' | 'allkeys' | 'resetkeys' | 'allchannels' | 'resetchannels' | 'allcommands' | 'nocommands' | 'alldbs' | 'resetdbs';
interface AclRuleBase {
    readonly span: Span;
    /** The whole rule as the server sees it, decoded. */
    readonly text: string;
}
export type AclRule = (AclRuleBase & {
    readonly kind: 'keyword';
    readonly keyword: AclKeyword;
})
/** `>pw` `<pw` (plain) and `#hash` `!hash` (sha256). `secret` is the text after the sigil. */
 | (AclRuleBase & {
    readonly kind: 'password';
    readonly op: 'add' | 'remove';
    readonly form: 'plain' | 'sha256';
    readonly secret: string;
})
/** `~pattern`; `%R~pattern` has `permissions: 'R'` as written; `permissions` is null for a plain `~`. */
 | (AclRuleBase & {
    readonly kind: 'keys';
    readonly permissions: string | null;
    readonly pattern: string;
}) | (AclRuleBase & {
    readonly kind: 'channels';
    readonly pattern: string;
})
/** `+cmd` `-cmd` `+cmd|sub`. `subcommand` is everything after the first `|`, null without one. */
 | (AclRuleBase & {
    readonly kind: 'command';
    readonly allow: boolean;
    readonly command: string;
    readonly subcommand: string | null;
}) | (AclRuleBase & {
    readonly kind: 'category';
    readonly allow: boolean;
    readonly category: string;
})
/** `db=1,2` (Valkey 9). `list` is the text after `=`. */
 | (AclRuleBase & {
    readonly kind: 'databases';
    readonly list: string;
})
/** From a word that opens with `(` to the next that ends with `)`. `words` are the outer words, `rules` the inside, split again. */
 | (AclRuleBase & {
    readonly kind: 'selector';
    readonly closed: boolean;
    readonly words: readonly Word[];
    readonly rules: readonly AclRule[];
})
/** The empty word is a rule without effect. */
 | (AclRuleBase & {
    readonly kind: 'empty';
})
/** No server knows such a rule. */
 | (AclRuleBase & {
    readonly kind: 'unknown';
});
/** `user <name> <rules…>`, a line of an ACL file. Its words and rules are read when they are asked for. */
export interface AclUserNode {
    readonly kind: 'user';
    readonly span: Span;
    readonly number: number;
    readonly name: Word;
    /** The line as the server sees it, trimmed; where its rules begin in that. */
    readonly text: string;
    readonly rulesFrom: number;
    /** The words after the name, before selectors are merged. */
    readonly words: readonly Word[];
    readonly rules: readonly AclRule[];
    /** One rule a word, as releases without selectors read them. */
    readonly wordRules: readonly AclRule[];
}
export interface AclBlankLine {
    readonly kind: 'blank';
    readonly span: Span;
    readonly number: number;
}
/** A line that does not begin with the exact word `user` and a name. */
export interface AclStrayLine {
    readonly kind: 'stray';
    readonly span: Span;
    readonly number: number;
    readonly words: readonly Word[];
}
export type AclLine = AclUserNode | AclBlankLine | AclStrayLine;
/**
 * A whole ACL file. Lines are parsed when asked for, and not kept: a file of 100,000 users must
 * not cost a tree of 100,000 users.
 */
export interface AclDocument {
    readonly kind: 'acl';
    readonly file: SourceFile;
    /** All that the server never sees: from each NUL to the end of what was read with it. */
    readonly dropped: readonly Span[];
    /** Number of lines; a final newline does not open another. */
    readonly lineCount: number;
    lines(): Iterable<AclLine>;
    /** 1-based. */
    line(number: number): AclLine;
}
export {};
