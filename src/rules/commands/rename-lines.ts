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
