import type { AttackFacts } from './foothold.ts'
import type { TechniqueId } from './attack-path.ts'
import { flawTechniques } from './flaws.ts'
import { COMMAND_TECHNIQUES, FILL_MEMORY, LIFT_MEMORY_LIMIT, ROGUE_MODULE, SENTINEL_SCRIPT, type CommandTechnique, type Need } from './techniques.ts'

/** A technique as this server has it: what stands in the way is part of its needs. */
export interface Technique extends CommandTechnique {
  /** Ids of the published flaws it needs. */
  readonly advisories: readonly string[]
}

/** The techniques made of commands that this server gives an attacker a chance of. */
export function techniquesOf(facts: AttackFacts): readonly Technique[] {
  const { schema } = facts.project
  const named = [
    ...COMMAND_TECHNIQUES,
    ...(schema.has('modules-need-execute-permission') ? [] : [ROGUE_MODULE]),
    ...(sentinelTakesScripts(facts) ? [SENTINEL_SCRIPT] : []),
    { ...FILL_MEMORY, needs: limitsMemory(facts) ? [LIFT_MEMORY_LIMIT, ...FILL_MEMORY.needs] as const : FILL_MEMORY.needs },
  ].map((technique) => ({ ...technique, advisories: [] }))
  return [...flawTechniques(facts), ...named]
}

const limitsMemory = ({ server }: AttackFacts): boolean => (server.setting('maxmemory')?.value ?? '0') !== '0'

function sentinelTakesScripts({ project, server }: AttackFacts): boolean {
  if (project.kind !== 'sentinel') return false
  if (project.schema.sentinel('deny-scripts-reconfig') === null) return true
  const lines = server.uses('sentinel').filter(({ node }) => node.args[0]?.value.toLowerCase() === 'deny-scripts-reconfig')
  return lines.at(-1)?.node.args[1]?.value.toLowerCase() === 'no'
}

/** What a technique asks for here; empty for those that are not made of commands. */
export function needsOf(id: TechniqueId, facts: AttackFacts): readonly Need[] {
  return techniquesOf(facts).find((technique) => technique.id === id)?.needs ?? []
}
