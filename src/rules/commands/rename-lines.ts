import type { Word } from '../../parser/conf-tree.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { RuleContext } from '../rule.ts'

export interface RenameLine {
  readonly use: DirectiveUse
  readonly from: Word
  readonly to: Word
}

/** Well-formed `rename-command` lines, in load order. */
export function renameLines({ server }: Pick<RuleContext, 'server'>): readonly RenameLine[] {
  return server.uses('rename-command').flatMap((use) => {
    const [from, to] = use.node.args
    return from !== undefined && to !== undefined && use.node.args.length === 2 ? [{ use, from, to }] : []
  })
}

export function isSelfRename({ from, to }: RenameLine): boolean {
  return from.value.toLowerCase() === to.value.toLowerCase()
}

/** The last line about a command, if it only names the command again: it can take the empty name, as no later line asks for the command. */
export function idleLineOf(command: string, lines: readonly RenameLine[]): RenameLine | undefined {
  const last = lines.findLast(({ from }) => from.value.toLowerCase() === command.toLowerCase())
  return last !== undefined && isSelfRename(last) ? last : undefined
}
