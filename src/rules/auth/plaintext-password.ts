import { hashOf, isHash } from '../../model/acl/passwords.ts'
import { useInForce } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts'
import type { DirectiveUse } from '../../model/project.ts'
import { isGuessable } from './password-strength.ts'

export const plaintextPassword: Rule = {
  meta: {
    id: 'plaintext-password',
    summary: 'requirepass stands in the file as it is, where a hash would do',
    category: 'auth',
    severity: 'info',
    preset: 'strict',
    fix: 'hardening',
    why: `\`requirepass\` can be read by whoever reads the file: a backup, a container image, a repository. From Redis 6 on the default user can be
declared with the SHA-256 of the password instead, from which a long random password is not found.`,
    fixing: `\`requirepass\` becomes \`user default on #… ~* &* +@all\`: the same password logs in, with the same rights. Programs that read the password
from this file, or with CONFIG GET, no longer find it. A password of 64 hexadecimal digits, such as this program generates, is left alone, so that
it stands somewhere.`,
    bad: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    good: 'user default on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~* &* +@all\n',
    references: ['CWE-256', 'CWE-312'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const use = useInForce(context, 'requirepass')
    const [word] = use?.node.args ?? []
    const isUsers = context.server.uses('user').length > 0 || context.project.acls.size > 0 || context.server.uses('aclfile').length > 0
    if (use === undefined || word === undefined || word.value === '' || !context.schema.has('acl') || isUsers) return
    yield {
      at: { path: use.path, span: word.span },
      message: 'the password can be read by whoever reads this file; the server would take its SHA-256',
      ...(isHash(word.value) || isGuessable(word.value)
        ? { advice: 'Declare `user default on #…` with the SHA-256 of a password the clients hold' }
        : { fix: fixOf(use, word.value, context) }),
    }
  },
}

function fixOf({ path, node }: DirectiveUse, password: string, { schema }: RuleContext): Fix {
  const channels = schema.has('acl-channels') ? ' &*' : ''
  const end = node.args.at(-1)?.span.end ?? node.name.span.end
  return {
    title: 'Declare the default user with the SHA-256 of the password',
    kind: 'hardening',
    consequence: 'The same password logs in; programs that read it from this file or with CONFIG GET no longer find it.',
    live: 'needs nothing: the server keeps the hash already',
    edits: [{ path, span: { start: node.name.span.start, end }, newText: `user default on #${hashOf({ form: 'plain', secret: password })} ~*${channels} +@all` }],
  }
}
