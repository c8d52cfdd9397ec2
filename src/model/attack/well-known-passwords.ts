import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { bytesOf } from '../../parser/source-file.ts'

/** What attack tools try first, what images and guides print, and what is found in public repositories. */
const WELL_KNOWN = new Set(`
root redis valkey password passw0rd admin administrator iamadmin default foobared guest test test123 user changeme change_me changethis letmein
secret mysecret mypassword mypass yourpassword your_password yourstrongpassword yourpasswordhere strongpassword strong_password your_strong_password
securepassword secure_password redispassword redis_password redispass redis123 redis@123 redis1234 redis2020 redis_pass myredis myredispassword
supersecret supersecretpassword supersecurepassword somepassword password1 password123 password1234 password! pass pass123 pass1234 p@ssw0rd p@ssword p@55w0rd
passwd qwerty qwerty123 abc123 abc12345 a123456 asdf1234 1q2w3e4r 1q2w3e 1qaz2wsx zaq12wsx iloveyou dragon monkey welcome welcome1 welcome123
1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 123123 111111 000000 666666 888888 654321 112233 123321 11111111
ant1r3z dev develop development local localhost docker example sample demo prod production staging master replica slave sentinel cache db database
root123 admin123 admin1234 admin@123 root1234 toor nopass none null empty x y foo bar foobar baz qux
`.trim().split(/\s+/))

let hashes: ReadonlySet<string> | null = null

/** SHA-256 of every one of them, made when first asked for. */
const wellKnownHashes = (): ReadonlySet<string> =>
  (hashes ??= new Set(Array.from(WELL_KNOWN, (word) => bytesToHex(sha256(bytesOf(word))))))

/**
 * Is a password on every attacker's list? Case does not help: `Password` is tried after `password`.
 * Of a hash only the word itself is recognised.
 *
 * @example isWellKnownPassword({ plain: 'Foobared' }) // true
 */
export function isWellKnownPassword(password: { readonly plain: string } | { readonly sha256: string }): boolean {
  return 'plain' in password ? WELL_KNOWN.has(password.plain.toLowerCase()) : wellKnownHashes().has(password.sha256)
}
