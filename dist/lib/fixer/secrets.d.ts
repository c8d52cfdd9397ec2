import type { AclDocument, AclLine } from '../parser/acl-tree.js';
import type { ConfDocument, ConfLine } from '../parser/conf-tree.js';
import type { Span } from '../parser/source-file.js';
import type { Schema } from '../schema/schema.js';
import { type Secret } from './secret.js';
export { isSensitive } from './secret-names.js';
/** What is printed in the place of a secret. */
export declare const MASK = "\u2022\u2022\u2022";
/**
 * Where secrets stand in a file, sorted: arguments of secret directives and of near misses of their
 * names, commented-out ones too; targets of rename-command; passwords and hashes of users; what stands behind
 * a secret's name anywhere; and every word but the first of a line that can't be read.
 */
export declare function secretSpans(document: ConfDocument | AclDocument, schema: Schema): readonly Span[];
/** {@link secretSpans} of one line. */
export declare function secretSpansOfLine(line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema): readonly Span[];
/** Sorted, and those that overlap as one. */
export declare function apart(spans: readonly Span[]): readonly Span[];
/** The secrets of one line, in no order. They may overlap. */
export declare function secretsOfLine(line: ConfLine | AclLine, document: ConfDocument | AclDocument, schema: Schema): readonly Secret[];
