/** Bytes to trees and back. Nothing here knows a directive or a release by name. */
export type * from './acl-tree.js';
export type * from './conf-tree.js';
export { CLASSIC_DIALECT, type Dialect } from './dialect.js';
export { bytesOf, textOf, type Location, type SourceFile, type Span } from './source-file.js';
export { lineAt, lineIndexAt } from './line-at.js';
export { lineStarts, positionAt, type Position } from './line-starts.js';
export { parseAclFile } from './parse-acl.js';
export { parseAclRules } from './acl-rules.js';
export { decodeForDisplay } from './display.js';
export { parseConf } from './parse-conf.js';
export { print } from './print.js';
export { quoteWord } from './quote-word.js';
export { splitWords, type SplitLine } from './word.js';
