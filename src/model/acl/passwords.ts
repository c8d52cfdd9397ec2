import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { AclRule } from '../../parser/acl-tree.ts'
import { bytesOf } from '../../parser/source-file.ts'

/** A password as a rule gives it: as it is, or hashed already. */
export interface Secret {
  readonly form: 'plain' | 'sha256'
  readonly secret: string
}

/** A password in force, and the rule that gave it; null: requirepass. */
export interface Password extends Secret {
  readonly rule: AclRule | null
}

/** How the server keeps a password: SHA-256 in lower-case hex. */
export const hashOf = ({ form, secret }: Secret): string => (form === 'sha256' ? secret : bytesToHex(sha256(bytesOf(secret))))

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** Two of the same form are compared as they stand, so that most files need no hashing at all. */
export const isSameSecret = (a: Secret, b: Secret): boolean => (a.form === b.form ? a.secret === b.secret : hashOf(a) === hashOf(b))
