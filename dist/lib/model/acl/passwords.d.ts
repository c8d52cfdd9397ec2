import type { AclRule } from '../../parser/acl-tree.js';
/** A password as a rule gives it: as it is, or hashed already. */
export interface Secret {
    readonly form: 'plain' | 'sha256';
    readonly secret: string;
}
/** A password in force, and the rule that gave it; null: requirepass. */
export interface Password extends Secret {
    readonly rule: AclRule | null;
}
/** How the server keeps a password: SHA-256 in lower-case hex. */
export declare const hashOf: ({ form, secret }: Secret) => string;
export declare const isHash: (text: string) => boolean;
/** Two of the same form are compared as they stand, so that most files need no hashing at all. */
export declare const isSameSecret: (a: Secret, b: Secret) => boolean;
