import type { Schema } from '../../schema/schema.ts'
import type { Project } from '../project.ts'
import type { AclUser, Because, Origin, ServerModel, Verdict } from '../server-model.ts'
import { because } from './authentication.ts'
import type { CommandNames } from './command-names.ts'
import { isLocal } from './protected-mode.ts'

export type Argv = readonly [string, ...string[]]

type PermissionServer = Pick<ServerModel, 'setting'>

/** What decides about a command once somebody is connected. */
export interface PermissionFacts {
  readonly names: CommandNames
  readonly server: PermissionServer
  readonly project: Project
}

/**
 * Would the server run a command line for this user? In its order: is the command there, is it
 * switched on, may the user, and last what the command itself refuses. `user` is null where all
 * is allowed, as it is before users exist.
 */
export function runs(argv: Argv, origin: Origin, user: AclUser | null, facts: PermissionFacts): Verdict {
  const gate = commandGate(argv, origin, facts)
  if (!gate.allowed) return gate
  const granted = userMay(argv, user, facts.names)
  if (granted?.allowed === false) return granted
  return configGate(argv, origin, facts) ?? (gate.because.kind === 'default' ? granted ?? gate : gate)
}

const refused = (why: Because): Verdict => ({ allowed: false, because: why })
const byDefault = (what: string): Because => ({ kind: 'default', what })

/** What the server asks of a command line before it looks who is calling: does it exist, is it switched off. */
export function commandGate(argv: Argv, origin: Origin, { names, server, project }: PermissionFacts): Verdict {
  const named = names.answering(argv[0])
  if (named === null) {
    const { by } = names.nameOf(argv[0].toLowerCase())
    return refused(by === null ? byDefault(`this server has no ${argv[0].toUpperCase()}`) : { kind: 'directive', use: by })
  }
  const known = byDefault(`nothing restricts ${argv[0].toUpperCase()}`)
  if (isUnknownSubcommand(named.original, argv, project.schema)) return refused(byDefault(`this server has no ${argv.slice(0, 2).join(' ').toUpperCase()}`))
  const gate = switchOf(named.original, argv[1])
  const setting = gate === null ? null : server.setting(gate)
  if (setting === null) return { allowed: true, because: named.renamedBy === null ? known : { kind: 'directive', use: named.renamedBy } }
  const allowed = setting.value === 'yes' || (setting.value === 'local' && isLocal(origin, project))
  return { allowed, because: because(setting, `${setting.name} is \`${setting.value}\``) }
}

/** Subcommands are commands of their own from the release on that lists them; before, the command itself says it knows better. */
function isUnknownSubcommand(command: string, argv: Argv, { commands }: Schema): boolean {
  const subcommands = commands.get(command)?.subcommands ?? []
  const second = argv[1]?.toLowerCase()
  return subcommands.length > 0 && second !== undefined && !subcommands.includes(`${command}|${second}`)
}

/** The setting that must allow a command before anybody may run it (commands.def: CMD_PROTECTED). */
function switchOf(command: string, subcommand: string | undefined): string | null {
  if (command === 'debug') return 'enable-debug-command'
  const loads = ['load', 'loadex', 'unload']
  return command === 'module' && subcommand !== undefined && loads.includes(subcommand.toLowerCase()) ? 'enable-module-command' : null
}

/** May this user run it? `user` is null before users exist: then whoever is in may. */
function userMay(argv: Argv, user: AclUser | null, names: CommandNames): Verdict | null {
  if (user === null) return null
  const [name, ...rest] = argv
  return user.can([names.answering(name)?.original ?? name, ...rest])
}

/** CONFIG SET refuses what can't be changed while running, and dir and dbfilename unless it is switched on. */
function configGate(argv: Argv, origin: Origin, { names, server, project }: PermissionFacts): Verdict | null {
  if (names.answering(argv[0])?.original !== 'config' || argv[1]?.toLowerCase() !== 'set') return null
  for (let i = 2; i < argv.length; i += 2) {
    const facts = project.schema.directive(argv[i] ?? '')
    if (facts === null) return refused(byDefault(`this server has no setting ${argv[i] ?? ''}`))
    if (!facts.modifiable) return refused(byDefault(`${facts.name} can't be changed while the server runs`))
    const gate = facts.flags.includes('protected') ? server.setting('enable-protected-configs') : null
    if (gate === null || gate.value === 'yes' || (gate.value === 'local' && isLocal(origin, project))) continue
    return refused(because(gate, `${gate.name} is \`${gate.value}\``))
  }
  return null
}
