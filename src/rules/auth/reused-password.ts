import { hashOf } from '../../model/acl/passwords.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { hashesIn, secretsInForce, type SecretInForce } from './secrets-in-force.ts'

export const reusedPassword: Rule = {
  meta: {
    id: 'reused-password',
    summary: 'two users have the same password',
    category: 'auth',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'none',
    why: `Users part what applications may do only as long as each knows its own password. Where two share one, whoever holds it is whichever of the
two may do more: user names are no secret. Passwords are compared by their SHA-256, so it shows for hashes too.`,
    fixing: 'Give each user a password of its own.',
    bad: 'user default off\nuser a on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~a:* +@read\n' +
      'user b on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~b:* +@read\n',
    good: 'user default off\nuser a on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~a:* +@read\n' +
      'user b on #2f7d0b6a6f0c0bb8ba0c9d8f3e4a1a6a8c8f9f10d4a3f1b7f0b6f8f4d2f8a5c1 ~b:* +@read\n',
    references: ['CWE-1391', 'CWE-522'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const first = new Map<string, SecretInForce>()
    for (const secret of secretsInForce(context, repeatedHashes(context))) {
      if (secret.password.secret === '') continue
      const hash = hashOf(secret.password)
      const other = first.get(hash)
      if (other === undefined) first.set(hash, secret)
      else if (other.user !== secret.user) yield findingOn(secret, other)
    }
  },
}

/** Which hashes stand more than once, or once beside the same password as it is. Told apart by 48 of their bits: there may be 100,000. */
function repeatedHashes(context: RuleContext): (hash: string) => boolean {
  const { acls } = context.project
  if (acls.size === 0) return () => true
  const plain = Array.from(secretsInForce(context), ({ password }) => shortOf(hashOf(password)))
  const hashed = [...acls.values()].flatMap((document) => Array.from(hashesIn(document), ({ hash }) => shortOf(hash)))
  const sorted = Float64Array.from([...plain, ...hashed]).sort()
  const repeated = new Set(sorted.filter((short, i) => short === sorted[i - 1]))
  return (hash) => repeated.has(shortOf(hash))
}

const shortOf = (hash: string): number => parseInt(hash.slice(0, 12), 16)

function findingOn({ at, user }: SecretInForce, other: SecretInForce): Finding {
  return {
    at,
    message: `\`${user?.name ?? 'default'}\` has the same password as \`${other.user?.name ?? 'default'}\`: who knows it is either`,
    related: [{ at: other.at, message: 'the same password' }],
    advice: 'Give each user a password of its own',
  }
}
