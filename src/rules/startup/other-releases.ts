import { RELEASES, schemaFor } from '../../schema/index.ts'
import type { Release, Schema } from '../../schema/schema.ts'

/** Every measured release that has what is looked for, oldest first, Redis before Valkey. */
export function releasesWith(has: (schema: Schema) => boolean): readonly Release[] {
  return RELEASES.filter(({ id }) => {
    const schema = schemaFor(id)
    return 'release' in schema && has(schema)
  })
}

/** Since or until when something is known that `target` does not know: "Redis knows it from 7.2 on". */
export function whereKnown(target: Release, known: readonly Release[]): string {
  const [server, own] = known.some((release) => release.server === target.server)
    ? [target.server, known.filter((release) => release.server === target.server)]
    : [known[0]?.server ?? target.server, known]
  const all = RELEASES.filter((release) => release.server === server)
  const first = own[0]
  const last = own.at(-1)
  if (first === undefined || last === undefined) return 'no release knows it'
  const sinceEver = first.id === all[0]?.id
  const untilNow = last.id === all.at(-1)?.id
  const who = server === 'redis' ? 'Redis' : 'Valkey'
  if (untilNow) return sinceEver ? `only ${who} knows it` : `${who} knows it from ${first.series} on`
  return sinceEver ? `${who} knew it until ${last.series}` : `${who} knew it from ${first.series} to ${last.series}`
}
