import type { Release } from '../schema/schema.ts'

/** `Redis 7.2`, as people say it. */
export function releaseName({ server, series, version, newer }: Release): string {
  return `${server === 'redis' ? 'Redis' : 'Valkey'} ${newer ? version : series}`
}
