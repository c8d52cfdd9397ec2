import { RELEASES, schemaFor } from '../../schema/index.ts'
import type { DirectiveFacts } from '../../schema/schema.ts'
import { releaseName } from '../release-name.ts'

/** The oldest measured releases of each server that take a word for an enum: "Redis 4.0, Valkey 7.2"; null: none does. */
export function firstToTake({ name }: DirectiveFacts, word: string): string | null {
  const lower = word.toLowerCase()
  const taking = RELEASES.filter(({ id }) => {
    const schema = schemaFor(id)
    return 'release' in schema && schema.directive(name)?.values.includes(lower) === true
  })
  const firsts = (['redis', 'valkey'] as const).flatMap((server) => taking.find((release) => release.server === server) ?? [])
  return firsts.length === 0 ? null : firsts.map(releaseName).join(', ')
}
