import type { LoadedUser } from '../../model/acl/index.ts'
import { hashOf, isHash } from '../../model/acl/passwords.ts'
import type { AclRule } from '../../parser/acl-tree.ts'
import { isGuessable } from '../auth/password-strength.ts'
import type { Finding, Fix, Rule, RuleContext, TextEdit } from '../rule.ts'
import { aboutUsers, named, placeOf, ruleAt, usersOf } from './users.ts'

export const plaintextAclPassword: Rule = {
  meta: {
    id: 'plaintext-acl-password',
    summary: 'the password of a user stands in the file as it is',
    category: 'acl',
    severity: 'warning',
    preset: 'recommended',
    appliesTo: ['server', 'sentinel', 'acl'],
    fix: 'safe',
    why: `\`>password\` is readable by whoever reads the file: a backup, a container image, a repository, a colleague's terminal. The server itself keeps
SHA-256 only, and takes it as \`#hash\`; a long random password can't be found from that.

SHA-256 is fast, so a short password is still found from its hash. See weak-password.`,
    fixing: `Each \`>password\` becomes \`#\` and its SHA-256. The same passwords log in, and \`ACL LIST\` prints the same. The plain password then stands
nowhere in the file, so make sure the clients have it. A password of 64 hexadecimal digits is left alone: it may be a hash behind the wrong sign.`,
    bad: 'user default off\nuser app on >7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK ~app:* +@read\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    references: ['CWE-256', 'CWE-312', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const concerns = ({ outline, declaredAt }: LoadedUser): boolean => outline.hasPlainPassword && declaredAt !== null
    yield* aboutUsers(usersOf(context), (user) => findingOn(user, context), concerns)
  },
}

type PasswordRule = Extract<AclRule, { kind: 'password' }>

function findingOn(user: LoadedUser, context: RuleContext): Finding | null {
  const plain = user.rules.filter((rule): rule is PasswordRule => rule.kind === 'password' && rule.form === 'plain' && rule.op === 'add' && rule.secret !== '')
  const [first] = plain
  if (first === undefined) return null
  const count = plain.length === 1 ? 'the password' : `${plain.length} passwords`
  const [edit, ...edits] = plain.filter(isPlainlyPassword).map((rule) => hashed(user, rule, context))
  return {
    at: ruleAt(user, first, context),
    message: `${count} of ${named(user)} can be read by whoever reads this file`,
    ...(edit === undefined ? { advice: adviceOn(first) } : { fix: fixOf(user, [edit, ...edits]) }),
  }
}

/** One that has to be changed is not to be made unreadable first, nor is what may be a hash to be hashed. */
const isPlainlyPassword = ({ secret }: PasswordRule): boolean => !isHash(secret) && !isGuessable(secret)

const adviceOn = ({ secret }: PasswordRule): string =>
  isHash(secret) ? 'Once your clients have it, write `#` and its SHA-256; if it is a SHA-256 itself, write `#` before it instead of `>`'
    : 'Choose another first, then write `#` and its SHA-256'

const hashed = (user: LoadedUser, rule: PasswordRule, context: RuleContext): TextEdit =>
  ({ path: placeOf(context, user).path, span: rule.span, newText: `#${hashOf(rule)}` })

function fixOf(user: LoadedUser, edits: readonly [TextEdit, ...TextEdit[]]): Fix {
  return {
    title: `Replace ${edits.length === 1 ? 'the password' : 'the passwords'} of ${named(user)} by SHA-256`,
    kind: 'safe',
    consequence: 'The same passwords log in; they can no longer be read here.',
    live: 'needs nothing: the server keeps the hash already',
    edits,
  }
}
