import type { Release } from '../schema/schema.ts'

/** `Redis 7.2`, as people say it. */
export function releaseName({ server, series }: Pick<Release, 'server' | 'series'>): string {
  return `${server === 'redis' ? 'Redis' : 'Valkey'} ${series}`
}
