import type { AclDocument, AclRule } from '../../parser/acl-tree.ts'
import { whyNotReadable } from '../path-faults.ts'
import type { DirectiveUse } from '../project.ts'
import type { AclUser } from '../server-model.ts'
import { placeOf, refuseStart, valueOf, type Startup } from '../startup.ts'
import { loadAclFile } from './acl-file.ts'
import { faultText } from './fault.ts'
import type { LoadedUsers } from './index.ts'
import { LoadedUser, outlineOf, type AclWorld, type UserSource } from './loaded-user.ts'
import { hasSpace } from './selector.ts'
import { termsOf } from './terms.ts'
import { nameOf, rulesOfWords } from './user-line.ts'
import { applyUserRule, newUser, resetUser, type UserState } from './user-state.ts'

/** Users as the server loads them once everything was read: from `user` lines, or from an ACL file, never from both. */
export function loadUsers(start: Startup): LoadedUsers {
  const terms = termsOf(start, valueOf(start, 'acl-pubsub-default'))
  const world: AclWorld = { terms, databases: Number(valueOf(start, 'databases')), last: null }
  const document = aclFileOf(start)
  const path = valueOf(start, 'aclfile')
  if (document !== null && start.users.length === 0) return withDefault(loadAclFile(document, world), world, '')
  const refusing: Startup = { ...start, problems: [] }
  if (path !== '' && start.users.length > 0) refuseBoth(refusing)
  else if (path !== '') refuseMissing(refusing, path)
  const users = loadUserLines(refusing, world)
  return withDefault({ users, problems: refusing.problems }, world, valueOf(start, 'requirepass'))
}

/** The ACL file that was read, or the one that is all there is. */
function aclFileOf({ project }: Startup): AclDocument | null {
  for (const document of project.acls.values()) return document
  return null
}

const serverOf = ({ schema }: Startup): string => (schema.release.server === 'valkey' ? 'Valkey' : 'Redis')

function refuseBoth(start: Startup): void {
  const server = serverOf(start)
  const file = `${server.toLowerCase()}.conf`
  const message = `Configuring ${server} with users defined in ${file} and at the same setting an ACL file path is invalid. ` +
    'This setup is very likely to lead to configuration errors and security holes, ' +
    `please define either an ACL file or declare users directly in your ${file}, but not both.`
  refuseStart(start, aclFileUse(start), { message, code: 'aclfile-with-user-directives' })
}

function refuseMissing(start: Startup, path: string): void {
  const use = aclFileUse(start)
  const why = use === null ? null : whyNotReadable(start, use, path)
  if (why === null) return
  const message = `Aborting ${serverOf(start)} startup because of ACL errors: Error loading ACLs, opening file '${path}': ${why}`
  refuseStart(start, use, { message, code: 'acl-file-missing', words: use?.node.args ?? [] })
}

const aclFileUse = (start: Startup): DirectiveUse | null => start.settings.get('aclfile')?.by[0] ?? null

/** A later line for a name takes the place of an earlier one, where that is allowed at all; `default` is there before any line. */
function loadUserLines(start: Startup, world: AclWorld): Map<string, AclUser> {
  const users = new Map<string, AclUser>()
  for (const use of start.users) {
    const name = nameOf(use)
    if (hasSpace(name)) refuseStart(start, use, { message: CRITICAL, code: 'acl-user', words: use.node.args.slice(0, 1) })
    const rules = rulesOfWords(use.node.args.slice(1), start.schema)
    const isReset = name === 'default' || users.has(name)
    const state = stateOf(rules, world, isReset, (rule, why) => {
      const detail = `Error loading ACL rule '${rule.text}' for the user named '${name}': ${why}`
      refuseStart(start, use, { message: CRITICAL, detail, code: 'acl-user', words: [wordAt(use, rule)] })
    })
    const declaredAt = placeOf(use, use.node.args.slice(0, 1))
    const source: UserSource = { world, declaredAt: () => declaredAt, rules: () => rules, state: () => stateOf(rules, world, isReset) }
    users.set(name, new LoadedUser(name, outlineOf(state), source))
  }
  return users
}

const CRITICAL = 'Critical error while loading ACLs. Exiting.'

const wordAt = (use: DirectiveUse, rule: AclRule): DirectiveUse['node']['name'] =>
  use.node.args.find(({ span }) => span.start === rule.span.start) ?? use.node.name

function stateOf(rules: readonly AclRule[], world: AclWorld, isReset: boolean, refuse: (rule: AclRule, why: string) => void = () => undefined): UserState {
  const { terms } = world
  const state = newUser(terms)
  if (isReset) resetUser(state, terms, NOTHING_SAID)
  for (const rule of rules) {
    const fault = applyUserRule(state, rule, terms)
    if (fault === null) continue
    refuse(rule, faultText(fault))
  }
  return state
}

const NOTHING_SAID: AclRule = { kind: 'keyword', keyword: 'reset', text: 'reset', span: { start: 0, end: 0 } }

/** `default` is always there. Undeclared it may do everything, and needs a password only if requirepass has set one. */
function withDefault({ users, problems }: { users: Map<string, AclUser>, problems: LoadedUsers['problems'] }, world: AclWorld, password: string): LoadedUsers {
  if (users.has('default')) return { users, problems }
  const state = (): UserState => factoryDefault(world, password)
  const user = new LoadedUser('default', outlineOf(state()), { world, declaredAt: () => null, rules: () => [], state })
  users.set('default', user)
  return { users, problems }
}

function factoryDefault({ terms }: AclWorld, password: string): UserState {
  const state = newUser(terms)
  for (const text of ['on', 'allkeys', 'allchannels', 'allcommands', 'nopass']) {
    applyUserRule(state, { kind: 'keyword', keyword: text as 'on', text, span: { start: 0, end: 0 } }, terms)
  }
  if (password === '') return state
  state.nopass = false
  state.passwords.push({ form: 'plain', secret: password, rule: null })
  return state
}
