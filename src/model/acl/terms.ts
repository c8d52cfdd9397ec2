import type { CommandTable } from '../../schema/schema.ts'
import { commandTable } from '../exposure/index.ts'
import type { Startup } from '../startup.ts'
import { commandSpace } from './command-space.ts'
import type { AclTerms } from './selector.ts'

/** What rules mean on this server, with the given value of acl-pubsub-default. The space is made when a rule asks for it: most files have none. */
export function termsOf({ project, schema }: Startup, pubsubDefault: string): AclTerms {
  return {
    schema,
    get space() { return commandSpace(commandTable(project)) },
    allChannelsAtFirst: pubsubDefault === 'allchannels',
  }
}

/** … and while the configuration is read, when commands that modules bring are not there yet: vector sets are a module (measured: redis 8.0.2, 8.0.6). */
export function termsWhileReading({ project, schema }: Startup, pubsubDefault: string): AclTerms {
  return {
    schema,
    get space() { return commandSpace(withoutModules(commandTable(project))) },
    allChannelsAtFirst: pubsubDefault === 'allchannels',
  }
}

const bare = new WeakMap<CommandTable, CommandTable>()

/** The same table where no module brings any. */
function withoutModules(table: CommandTable): CommandTable {
  const known = bare.get(table)
  if (known !== undefined) return known
  const isBuiltIn = (name: string): boolean => table.get(name)?.flags.includes('module') !== true
  const names = table.names.filter(isBuiltIn)
  const made = names.length === table.names.length ? table : { ...table, names, get: (name: string) => (isBuiltIn(name) ? table.get(name) : null) }
  bare.set(table, made)
  return made
}
