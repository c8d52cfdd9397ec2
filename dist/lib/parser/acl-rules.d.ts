import type { AclRule } from './acl-tree.js';
import type { Word } from './conf-tree.js';
import { type Dialect } from './dialect.js';
import type { Span } from './source-file.js';
/** The rule that a word is, when it is not (part of) a selector. */
export declare function ruleOf(text: string, span: Span): AclRule;
/**
 * The rules of a user, from the words after the name. Words from one that opens with `(` to the next
 * that closes with `)` are one selector, whose inside is split again with the quoting of configuration files.
 *
 * @example parseAclRules(splitWords('on +@read (~app:* +get)', CLASSIC_DIALECT).words).map((rule) => rule.kind) // ['keyword', 'category', 'selector']
 */
export declare function parseAclRules(words: readonly Word[], dialect?: Dialect): AclRule[];
/** As {@link parseAclRules}, with `trim` applied to each rule once selectors are put together, as ACL files have it. */
export declare function rulesOf(words: readonly Word[], dialect: Dialect, trim: (word: Word) => Word): AclRule[];
