import { loadedUsers, type LoadedUser } from '../../model/acl/index.ts'
import type { Password } from '../../model/acl/passwords.ts'
import type { Location } from '../../parser/source-file.ts'
import { useInForce } from '../directive-edits.ts'
import type { Fix, RuleContext, TextEdit } from '../rule.ts'
import { liveForm } from '../live-form.ts'

/** A password that lets somebody in, and where it stands. */
export interface SecretInForce {
  readonly password: Password
  readonly at: Location
  /** null: requirepass. */
  readonly user: LoadedUser | null
}

/** Of requirepass and of the users of the files. `plainOnly`: only those that can be read. */
export function* secretsInForce(context: RuleContext, plainOnly: boolean): Iterable<SecretInForce> {
  const use = useInForce(context, 'requirepass')
  const [word] = use?.node.args ?? []
  if (use !== undefined && word !== undefined && word.value !== '' && isAsked(context)) {
    yield { password: { form: 'plain', secret: word.value, rule: null }, at: { path: use.path, span: word.span }, user: null }
  }
  for (const user of loadedUsers(context.server)) {
    const { declaredAt } = user
    if (declaredAt === null || user.auth !== 'password' || (plainOnly && !user.outline.hasPlainPassword)) continue
    for (const password of user.state.passwords) {
      if (password.rule !== null) yield { password, at: { path: declaredAt.path, span: password.rule.span }, user }
    }
  }
}

/** Where users exist, requirepass is the password of a default user that no line declares. */
function isAsked({ schema, server, project }: RuleContext): boolean {
  return !schema.has('acl') || (project.acls.size === 0 && server.users.get('default')?.declaredAt === null)
}

/** A new password in the place of one that has to go. */
export function replacementFix({ at, user }: SecretInForce, context: RuleContext): Fix {
  const who = user === null ? 'All clients' : `Clients that log in as \`${user.name}\``
  const edit: TextEdit = { ...at, newText: user === null ? '{{password}}' : '>{{password}}' }
  return {
    title: user === null ? 'Set a new password' : `Give \`${user.name}\` a new password`,
    kind: 'hardening',
    consequence: `${who} must use the password that then stands here.`,
    live: user === null ? liveForm(context, 'requirepass', '…') : `ACL SETUSER ${user.name} resetpass >…`,
    needs: ['password'],
    edits: [edit],
  }
}

export const whose = ({ user }: SecretInForce): string => (user === null ? 'the password of this server' : `a password of \`${user.name}\``)
