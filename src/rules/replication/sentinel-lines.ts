import type { Word } from '../../parser/conf-tree.ts'
import type { DirectiveUse } from '../../model/project.ts'
import type { RuleContext } from '../rule.ts'

export interface SentinelLine {
  readonly use: DirectiveUse
  /** Lower case. */
  readonly statement: string
  /** Behind the statement's name. */
  readonly args: readonly Word[]
}

/** The `sentinel …` lines in load order. */
export function sentinelLines({ server }: Pick<RuleContext, 'server'>): readonly SentinelLine[] {
  return server.uses('sentinel').flatMap((use) => {
    const [statement, ...args] = use.node.args
    return statement === undefined ? [] : [{ use, statement: statement.value.toLowerCase(), args }]
  })
}
