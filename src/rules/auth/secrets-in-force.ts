import { loadedUsers, type LoadedUser } from '../../model/acl/index.ts'
import type { AclDocument } from '../../parser/acl-tree.ts'
import { positionAt } from '../../parser/line-starts.ts'
import type { Password } from '../../model/acl/passwords.ts'
import type { Location } from '../../parser/source-file.ts'
import { liveRules, named } from '../acl/users.ts'
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

/** Of requirepass and of the users of the files: those that can be read, and of hashes only the ones that are asked for. */
export function* secretsInForce(context: RuleContext, isWanted: (hash: string) => boolean = () => false): Iterable<SecretInForce> {
  const use = useInForce(context, 'requirepass')
  const [word] = use?.node.args ?? []
  if (use !== undefined && word !== undefined && word.value !== '' && isAsked(context)) {
    yield { password: { form: 'plain', secret: word.value, rule: null }, at: { path: use.path, span: word.span }, user: null }
  }
  for (const user of usersWithSecrets(context, isWanted)) {
    for (const password of user.state.passwords) {
      const { declaredAt } = user
      if (declaredAt === null || password.rule === null || (password.form === 'sha256' && !isWanted(password.secret))) continue
      yield { password, at: { path: declaredAt.path, span: password.rule.span }, user }
    }
  }
}

/** ACL files are searched for hashes as they stand; to evaluate 100,000 users takes too long. */
function* usersWithSecrets({ server, project }: RuleContext, isWanted: (hash: string) => boolean): Iterable<LoadedUser> {
  const bearers = new Set([...project.acls.values()].flatMap((document) => [...namesWithHash(document, isWanted)]))
  for (const user of loadedUsers(server)) {
    if (user.auth === 'password' && (project.acls.size === 0 || user.outline.hasPlainPassword || bearers.has(user.name))) yield user
  }
}

function* namesWithHash(document: AclDocument, isWanted: (hash: string) => boolean): Iterable<string> {
  for (const { hash, offset } of hashesIn(document)) {
    const line = isWanted(hash) ? document.line(positionAt(document.file, offset).line) : null
    if (line?.kind === 'user') yield line.name.value
  }
}

const LENGTH = 64

/** Every `#hash` of an ACL file, in force or not. */
export function* hashesIn({ file: { text } }: AclDocument): Iterable<{ readonly hash: string, readonly offset: number }> {
  for (let at = text.indexOf(' #'); at >= 0; at = text.indexOf(' #', at + 2)) {
    const offset = at + 2
    const end = text.charCodeAt(offset + LENGTH)
    if (end <= 0x20 || offset + LENGTH === text.length) yield { hash: text.slice(offset, offset + LENGTH), offset }
  }
}

/** Where users exist, requirepass is the password of a default user that no line declares. */
function isAsked({ schema, server, project }: RuleContext): boolean {
  return !schema.has('acl') || (project.acls.size === 0 && server.users.get('default')?.declaredAt === null)
}

/** A new password in the place of one that has to go. */
export function replacementFix({ at, user }: SecretInForce, context: RuleContext): Fix {
  const who = user === null ? 'All clients' : `Clients that log in as ${named(user)}`
  const edit: TextEdit = { ...at, newText: user === null ? '{{password}}' : '{{password:rule}}' }
  return {
    title: user === null ? 'Set a new password' : `Give ${named(user)} a new password`,
    kind: 'hardening',
    consequence: `${who} must use the new password.`,
    live: user === null ? liveForm(context, 'requirepass', '…') : liveRules(user, 'resetpass >…'),
    needs: ['password'],
    edits: [edit],
  }
}

export const whose = ({ user }: SecretInForce): string => (user === null ? 'the password of this server' : `a password of ${named(user)}`)
