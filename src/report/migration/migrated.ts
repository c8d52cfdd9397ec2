import type { Diagnostic } from '../../diagnostic.ts'
import type { Migration, Side } from '../../model/migration.ts'
import type { Refusal } from '../start/trial.ts'

/** A migration with what is to be said of it. */
export interface Migrated {
  readonly from: Side
  readonly to: Side
  readonly changes: Migration
  /** Those of `changes.refused`, with words and fixes. */
  readonly refusals: readonly Refusal[]
  /** Everything that has a fix: what `--fix` changes. */
  readonly fixable: readonly Diagnostic[]
}

/** The files do not do in the new release what they do in the old one. */
export function isBroken({ changes: { refused, meanings, reach, users } }: Migrated): boolean {
  return refused.length > 0 || meanings.length > 0 || users.length > 0 || reach.length > 0
}
