import type { AclDocument, AclLine } from '../parser/acl-tree.js';
import type { ConfDocument, ConfLine, Word } from '../parser/conf-tree.js';
import type { Span } from '../parser/source-file.js';
import type { Schema } from '../schema/schema.js';
/** What is printed in the place of a secret. */
export declare const MASK = "\u2022\u2022\u2022";
/**
 * Where secrets stand in a file, sorted: arguments of secret directives and of near misses of their
 * names, commented-out ones too; targets of rename-command; passwords and hashes of users; and every
 * word but the first of a line that can't be read.
 */
export declare function secretSpans(document: ConfDocument | AclDocument, schema: Schema): readonly Span[];
/** {@link secretSpans} of one line. */
export declare function secretSpansOfLine(line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema): readonly Span[];
/** The words of a line that are secrets. */
export declare function secretWords(line: ConfLine, schema: Schema): readonly Word[];
/** Passwords, hashes, and words that can only be meant as such, of a line of an ACL file. */
export declare function aclSecrets(line: AclLine): readonly Word[];
export declare function isSensitive(name: string, flags: readonly string[]): boolean;
/** `requirepass=secret` is one word, and the name of no directive. */
export declare function secretInName(line: ConfLine): readonly Span[];
