import type { LoadedUser } from '../../model/acl/index.ts'
import { addDirective, appendLines } from '../directive-edits.ts'
import type { Finding, Fix, Rule, RuleContext, TextEdit } from '../rule.ts'
import { startOf, valueOf } from '../setting.ts'
import { defaultUser, named, usersThatLogIn } from './users.ts'

export const defaultUserUndeclared: Rule = {
  meta: {
    id: 'default-user-undeclared',
    summary: 'users are declared, but not the default user, which is open',
    category: 'acl',
    severity: 'error',
    preset: 'recommended',
    appliesTo: ['server', 'acl'],
    fix: 'hardening',
    why: `A server always has a user \`default\`. Where no line mentions it, it is as it comes: on, without a password, with every command on every
key. So a list of well-kept users guards nothing: a client that does not log in at all is an administrator.

One in five ACL files found in public repositories is like that.`,
    fixing: 'Adds `user default off`. Clients must then say who they are (`AUTH name password`); those that send a password without a name are refused.',
    bad: 'user app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    good: 'user default off\nuser app on #8c0d6b40dc23ffc19ab3e4fbf9a1f4b5d1fd4be26cbbf32c0ba2c7b61f0cf7ae ~app:* +@read\n',
    references: ['CWE-1188', 'CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const user = defaultUser(context)
    if (user?.declaredAt !== null || user.auth !== 'nopass' || isOtherwiseTold(context)) return
    const others = usersThatLogIn(context)
    yield {
      at: startOfUsers(context),
      message: 'no line mentions the `default` user, so whoever connects is let in without a password and may run every command on every key',
      ...(others.length === 0 ? { advice: 'Declare `default` with a password, or off and another user that can log in' } : { fix: fixOf(context, others) }),
    }
  },
}

/** Without any user it is a missing password; with requirepass, a password that is ignored. */
function isOtherwiseTold(context: RuleContext): boolean {
  const { project, server } = context
  if (server.uses('user').length > 0) return false
  return project.acls.size === 0 || valueOf(context, 'requirepass') !== ''
}

function startOfUsers(context: RuleContext): Finding['at'] {
  const [use] = context.server.uses('user')
  if (use !== undefined) return { path: use.path, span: use.node.name.span }
  const [path] = context.project.acls.keys()
  return path === undefined ? startOf(context) : { path, span: { start: 0, end: 0 } }
}

function fixOf(context: RuleContext, others: readonly LoadedUser[]): Fix {
  const names = others.slice(0, 3).map(named).join(', ')
  return {
    title: 'Turn the `default` user off',
    kind: 'hardening',
    consequence: `Clients must log in with a user name: ${names}${others.length > 3 ? ` or another of ${others.length}` : ''}.`,
    live: 'ACL SETUSER default off',
    edits: [declareDefault(context, 'off')],
  }
}

/** A line for the default user, where users are declared: in the ACL file, or in the configuration. With both, no ACL file is read. */
export function declareDefault({ project, server }: RuleContext, rules: string): TextEdit {
  const [document] = project.acls.values()
  if (document === undefined || server.uses('user').length > 0) return addDirective(project, 'user', `default ${rules}`)
  return appendLines(document.file, `user default ${rules}`)
}
