import type { CommandTable } from '../../schema/schema.ts'
import type { DirectiveUse } from '../project.ts'
import type { ServerModel } from '../server-model.ts'

/** A command under the name it answers to. */
export interface NamedCommand {
  /** What a client has to send, lower case. */
  readonly name: string
  /** What it was called before any rename-command; ACLs know it by this name. */
  readonly original: string
  /** The line that gave it this name, or null. */
  readonly renamedBy: DirectiveUse | null
}

/** The commands as they answer: rename-command edits the table line after line. */
export interface CommandNames {
  /** The command that answers to a name; null: unknown command. Case does not matter. */
  answering(name: string): NamedCommand | null
  /** Under which name a command answers now, and the line that decided it; name null: removed. */
  nameOf(original: string): { readonly name: string | null; readonly by: DirectiveUse | null }
}

/** Reads the rename-command lines that have an effect: a line whose source is unknown or whose target exists is refused. */
export function commandNames(server: Pick<ServerModel, 'uses'>, commands: CommandTable): CommandNames {
  const renamed = new Map<string, NamedCommand | null>()
  const removedBy = new Map<string, DirectiveUse>()
  const answering = (name: string): NamedCommand | null => {
    const key = name.toLowerCase()
    const known = renamed.get(key)
    if (known !== undefined) return known
    return commands.get(key) === null || key.includes('|') ? null : { name: key, original: key, renamedBy: null }
  }
  for (const use of server.uses('rename-command')) {
    const [from, to] = use.node.args
    if (from === undefined || to === undefined || use.node.args.length !== 2) continue
    const command = answering(from.value)
    if (command === null || command.name === to.value.toLowerCase()) continue
    if (to.value !== '' && answering(to.value) !== null) continue
    renamed.set(command.name, null)
    removedBy.set(command.original, use)
    if (to.value !== '') renamed.set(to.value.toLowerCase(), { name: to.value.toLowerCase(), original: command.original, renamedBy: use })
  }
  const names = new Map<string, NamedCommand>()
  for (const command of renamed.values()) if (command !== null) names.set(command.original, command)
  return {
    answering,
    nameOf(original) {
      const now = names.get(original) ?? answering(original)
      if (now !== null && now.original === original) return { name: now.name, by: now.renamedBy }
      return { name: null, by: removedBy.get(original) ?? null }
    },
  }
}
