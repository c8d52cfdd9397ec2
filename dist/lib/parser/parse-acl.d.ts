import type { AclDocument } from './acl-tree.js';
import { type Dialect } from './dialect.js';
/**
 * Parses an ACL file. Lines are read when asked for. Never throws: what is no user is a stray line.
 *
 * @example for (const line of parseAclFile(bytes).lines()) if (line.kind === 'user') line.name.value
 */
export declare function parseAclFile(bytes: Uint8Array | string, path?: string, dialect?: Dialect): AclDocument;
