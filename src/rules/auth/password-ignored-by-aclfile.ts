import { hashOf } from '../../model/acl/passwords.ts'
import { defaultUser } from '../acl/users.ts'
import { declareDefault } from '../acl/default-user-undeclared.ts'
import { quoted } from '../quoted.ts'
import type { Finding, Rule, RuleContext } from '../rule.ts'
import { placeOf, valueOf } from '../setting.ts'

export const passwordIgnoredByAclfile: Rule = {
  meta: {
    id: 'password-ignored-by-aclfile',
    summary: 'an ACL file without the default user makes requirepass forgotten, and the server open',
    category: 'auth',
    severity: 'error',
    preset: 'recommended',
    fix: 'hardening',
    why: `When an \`aclfile\` is loaded, all users come from it. If no line of it declares \`default\`, that user is as it comes: on, without a password, with
every right. \`requirepass\` is forgotten, though CONFIG GET still shows it; nothing is logged.

So a server that asked for a password is open from the day somebody adds an ACL file, even an empty one.`,
    fixing: `Adds \`user default on #… ~* &* +@all\` with the SHA-256 of \`requirepass\` to the ACL file: the default user asks for the password that was
meant. Better still is \`user default off\`, once every client has a name.`,
    bad: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\naclfile /etc/redis/users.acl\n',
    good: 'requirepass 7Rk2vN0bXq5YhTzD1sWcE8uJmAgP4LfK\n',
    references: ['CWE-306', 'CWE-1188'],
  },

  *check(context: RuleContext): Iterable<Finding> {
    const password = valueOf(context, 'requirepass')
    const user = defaultUser(context)
    if (password === '' || user?.declaredAt !== null || valueOf(context, 'aclfile') === '') return
    const [path] = context.project.acls.keys()
    yield path === undefined ? unseenFile(context) : findingOn(path, password, context)
  },
}

/** The file is not on this machine, but whatever it holds, requirepass does not count. */
const unseenFile = (context: RuleContext): Finding => ({
  at: placeOf(context, 'requirepass'),
  severity: 'warning',
  confidence: 'likely',
  message: `this password is never asked for: all users come from ${quoted(valueOf(context, 'aclfile'))}, and if no line there declares \`default\`, whoever connects is let in`,
  advice: 'Check that the file declares `default`, then remove `requirepass`',
})

function findingOn(path: string, password: string, context: RuleContext): Finding {
  const channels = context.schema.has('acl-channels') ? ' &*' : ''
  return {
    at: placeOf(context, 'requirepass'),
    message: `this password is never asked for: ${quoted(path)} declares no \`default\` user, so whoever connects is let in without one`,
    related: [{ at: { path, span: { start: 0, end: 0 } }, message: 'all users come from here' }],
    fix: {
      title: 'Declare `default` with this password in the ACL file',
      kind: 'hardening',
      consequence: 'Clients that give no user name must send the password.',
      live: 'ACL SETUSER default resetpass >…',
      edits: [declareDefault(context, `on #${hashOf({ form: 'plain', secret: password })} ~*${channels} +@all`)],
    },
  }
}
