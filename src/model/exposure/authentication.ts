import type { Project } from '../project.ts'
import type { Because, ServerModel, Setting } from '../server-model.ts'

/** Does a fresh connection have to log in, and does protected mode find a password? They are not the same question. */
export interface Authentication {
  /** Commands are answered with NOAUTH until the client logs in. */
  readonly required: boolean
  /** The default user (before users: the server) has no password, which is what protected mode looks at. */
  readonly passwordless: boolean
  readonly because: Because
}

type AuthServer = Pick<ServerModel, 'setting' | 'users'>

export function authentication(server: AuthServer, { schema }: Pick<Project, 'schema'>): Authentication {
  const requirepass = server.setting('requirepass')
  if (!schema.has('acl')) {
    const asks = requirepass !== null && (requirepass.value !== '' ||
      (requirepass.origin.kind === 'set' && schema.has('empty-requirepass-asks')))
    return { required: asks, passwordless: !asks, because: because(requirepass, 'no password is set') }
  }
  const user = server.users.get('default')
  const passwordless = user === undefined || user.auth === 'nopass'
  return {
    required: !passwordless || user?.enabled === false,
    passwordless,
    because: user?.declaredAt
      ? { kind: 'declaration', user: 'default', at: user.declaredAt }
      : because(passwordless ? null : requirepass, 'the default user has no password'),
  }
}

/** The line that set a value last, or the default. */
export function because(setting: Setting | null, what: string): Because {
  const use = setting?.origin.kind === 'set' ? setting.origin.by.at(-1) : undefined
  return use === undefined ? { kind: 'default', what } : { kind: 'directive', use }
}
