import type { Schema } from '../../schema/schema.ts'
import { addAll, contains, emptySet, overlap, removeAll, type CommandSet } from './command-set.ts'
import type { CommandGrant } from './command-grant.ts'
import type { CommandSpace } from './command-space.ts'

/** The `commands` field of `ACL GETUSER`: the rules as given where the release remembers them, else rules that say the same. */
export function commandsPrinted(grant: CommandGrant, schema: Schema): string {
  if (schema.has('acl-remembers-command-rules')) return [grant.fromAll ? '+@all' : '-@all', ...grant.printed].join(' ')
  return commandSummary(grant).join(' ')
}

/**
 * Few rules that give the same: categories that fit, best first, then commands one by one. A category fits if more of it is
 * granted than not; of two, the one with fewer exceptions comes first, then the one with more in common.
 */
export function commandSummary(grant: CommandGrant): readonly string[] {
  const { space } = grant
  if (grant.all) return ['+@all']
  const additive = !mayRunFuture(grant)
  const wanted = additive ? grant.set : without(space.everything, grant.set)
  const [take, leave] = additive ? ['+', '-'] : ['-', '+']
  const covered = emptySet(space.size)
  const rules = [additive ? '-@all' : '+@all']
  for (const name of bestCategories(wanted, space)) {
    addAll(covered, space.category(name) ?? covered)
    rules.push(`${take}@${name}`)
  }
  rules.push(...differences(wanted, covered, space, take, leave))
  for (const [index, args] of grant.firstArgs) if (!contains(grant.set, index)) for (const arg of args) rules.push(`+${space.table.names[index] ?? ''}|${arg}`)
  return rules
}

/** Since the last `±@all`, only what was taken away from everything is known one by one. */
const mayRunFuture = ({ fromAll }: CommandGrant): boolean => fromAll

const without = (set: CommandSet, other: CommandSet): CommandSet => {
  const rest = set.slice()
  removeAll(rest, other)
  return rest
}

function bestCategories(wanted: CommandSet, space: CommandSpace): readonly string[] {
  const found: string[] = []
  const left = wanted.slice()
  for (;;) {
    let best: { name: string, set: CommandSet, differ: number, same: number } | null = null
    for (const name of space.table.categories) {
      const set = space.category(name)
      if (set === null || found.includes(name)) continue
      const same = overlap(set, left)
      const differ = overlap(set, set) - same
      if (same > differ && (best === null || differ < best.differ || (differ === best.differ && same > best.same))) best = { name, set, differ, same }
    }
    if (best === null) return found
    found.push(best.name)
    removeAll(left, best.set)
  }
}

/** Containers stand for all their subcommands where these agree. */
function differences(wanted: CommandSet, covered: CommandSet, space: CommandSpace, take: string, leave: string): readonly string[] {
  const rules: string[] = []
  const have = covered.slice()
  for (let i = 0; i < space.size; i++) {
    if (contains(wanted, i) === contains(have, i)) continue
    const takes = contains(wanted, i)
    rules.push(`${takes ? take : leave}${space.table.names[i] ?? ''}`)
    if (takes) addAll(have, space.family(i))
    else removeAll(have, space.family(i))
  }
  return rules
}
