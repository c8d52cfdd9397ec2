import type { AclDocument } from './acl-tree.js';
import type { ConfDocument } from './conf-tree.js';
/**
 * The bytes of a document, put together from its tokens: for every input, what it was parsed from.
 *
 * @example print(parseConf(bytes)) // a Uint8Array equal to bytes
 */
export declare function print(document: ConfDocument | AclDocument): Uint8Array;
