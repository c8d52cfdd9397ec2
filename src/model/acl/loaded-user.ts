import type { AclRule } from '../../parser/acl-tree.ts'
import type { Location } from '../../parser/source-file.ts'
import type { AclUser, Verdict } from '../server-model.ts'
import { commandsPrinted } from './command-summary.ts'
import type { CommandGrant } from './command-grant.ts'
import type { Argv } from './command-line.ts'
import { databasesPrinted, flagsPrinted, keysPrinted, channelsPrinted } from './getuser.ts'
import { hashOf } from './passwords.ts'
import type { AclTerms, Selector } from './selector.ts'
import type { UserState } from './user-state.ts'
import { verdictOn, verdictOnCommand } from './verdict.ts'

/** What is known of a user without its patterns and passwords. Users with the same rules share one. */
export interface UserOutline {
  readonly enabled: boolean
  readonly auth: AclUser['auth']
  readonly allKeys: boolean
  readonly allChannels: boolean
  /** Of the user, then of each of its selectors. */
  readonly grants: readonly CommandGrant[]
  /** A password stands in the file as it is. */
  readonly hasPlainPassword: boolean
}

export function outlineOf({ enabled, nopass, passwords, root, selectors }: UserState): UserOutline {
  return {
    enabled,
    auth: nopass ? 'nopass' : passwords.length > 0 ? 'password' : 'none',
    allKeys: root.allKeys,
    allChannels: root.allChannels,
    grants: [root.grant, ...selectors.map(({ selector }) => selector.grant)],
    hasPlainPassword: passwords.some(({ form }) => form === 'plain'),
  }
}

/** What all users of one server have in common. */
export interface AclWorld {
  readonly terms: AclTerms
  /** How many databases there are. */
  readonly databases: number
  /** The one evaluated last: whoever looks at users one after the other evaluates each once, and keeps none. */
  last: { readonly user: LoadedUser, readonly state: UserState } | null
}

/** Where rules of users come from: one for all users of a file, asked by line. */
export interface UserSource {
  readonly world: AclWorld
  /** The name, where it stands. */
  declaredAt(line: number): Location | null
  rules(line: number): readonly AclRule[]
  /** Evaluates them anew. */
  state(line: number): UserState
}

/** A class, because there may be 100,000 of them: what it has is on its prototype. */
export class LoadedUser implements AclUser {
  readonly name: string
  readonly outline: UserOutline
  readonly #source: UserSource
  readonly #line: number

  constructor(name: string, outline: UserOutline, source: UserSource, line = 0) {
    this.name = name
    this.outline = outline
    this.#source = source
    this.#line = line
  }

  get state(): UserState {
    const { world } = this.#source
    if (world.last?.user === this) return world.last.state
    const state = this.#source.state(this.#line)
    world.last = { user: this, state }
    return state
  }

  get terms(): AclTerms { return this.#source.world.terms }
  get rules(): readonly AclRule[] { return this.#source.rules(this.#line) }
  get declaredAt(): Location | null { return this.#source.declaredAt(this.#line) }
  get enabled(): boolean { return this.outline.enabled }
  get auth(): AclUser['auth'] { return this.outline.auth }
  get flags(): readonly string[] { return flagsPrinted(this.state, this.terms.schema) }
  get passwords(): readonly string[] { return this.state.passwords.map(hashOf) }
  get keys(): string { return keysPrinted(this.state.root) }
  get channels(): string { return channelsPrinted(this.state.root) }
  get commands(): string { return commandsPrinted(this.state.root.grant, this.terms.schema) }
  get databases(): string { return databasesPrinted(this.state.root) }
  get selectors(): readonly PrintedSelector[] { return this.state.selectors.map(({ selector }) => printed(selector, this.terms)) }

  can(argv: Argv): Verdict {
    return verdictOn(this, this.state, argv, this.#source.world)
  }

  /** The command alone, whatever keys and channels it would be called with. */
  canRun(argv: Argv): Verdict {
    return verdictOnCommand(this, this.state, argv, this.#source.world)
  }
}

/** The fields of a selector as `ACL GETUSER` prints them; `alldbs` where the release has no rules for databases. */
type PrintedSelector = AclUser['selectors'][number] & { readonly databases: string }

const printed = (selector: Selector, { schema }: AclTerms): PrintedSelector => ({
  commands: commandsPrinted(selector.grant, schema), keys: keysPrinted(selector), channels: channelsPrinted(selector), databases: databasesPrinted(selector),
})
