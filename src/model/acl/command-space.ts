import type { CommandTable } from '../../schema/schema.ts'
import { addAll, emptySet, insert, type CommandSet } from './command-set.ts'

/** The commands of one release as ACLs number them: a command or subcommand is a bit. */
export interface CommandSpace {
  readonly table: CommandTable
  readonly size: number
  /** Lower-case full name; undefined: no such command. */
  indexOf(name: string): number | undefined
  /** The command and all its subcommands; a rule about a container is about all of them. */
  family(index: number): CommandSet
  /** What `+@category` gives; null: no such category. `all` is not one of them. */
  category(name: string): CommandSet | null
  readonly everything: CommandSet
}

const spaces = new WeakMap<CommandTable, CommandSpace>()

export function commandSpace(table: CommandTable): CommandSpace {
  const known = spaces.get(table)
  if (known !== undefined) return known
  const space = spaceOf(table)
  spaces.set(table, space)
  return space
}

function spaceOf(table: CommandTable): CommandSpace {
  const indices = new Map(table.names.map((name, index) => [name, index]))
  const size = table.names.length
  const families = new Map<number, CommandSet>()
  const categories = new Map<string, CommandSet>()
  const everything = emptySet(size)
  for (let i = 0; i < size; i++) insert(everything, i)

  const family = (index: number): CommandSet => {
    const known = families.get(index)
    if (known !== undefined) return known
    const set = emptySet(size)
    insert(set, index)
    for (const name of table.get(table.names[index] ?? '')?.subcommands ?? []) insert(set, indices.get(name) ?? index)
    families.set(index, set)
    return set
  }
  return {
    table, size, everything, family,
    indexOf: (name) => indices.get(name),
    category(name) {
      if (!table.categories.includes(name)) return null
      const known = categories.get(name)
      if (known !== undefined) return known
      const set = emptySet(size)
      table.names.forEach((command, index) => {
        if (table.get(command)?.categories.includes(name)) addAll(set, family(index))
      })
      categories.set(name, set)
      return set
    },
  }
}
