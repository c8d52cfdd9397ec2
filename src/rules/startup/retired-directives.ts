/** Names that were gone before 2.8, the oldest release that was measured (their redis.conf), and what took their place; null: nothing. */
const RETIRED: Readonly<Record<string, string | null>> = {
  'glueoutputbuf': null,
  'shareobjects': null,
  'shareobjectspoolsize': null,
  'vm-enabled': null,
  'vm-swap-file': null,
  'vm-max-memory': null,
  'vm-page-size': null,
  'vm-pages': null,
  'vm-max-threads': null,
  'really-use-vm': null,
  'hash-max-zipmap-entries': 'hash-max-ziplist-entries',
  'hash-max-zipmap-value': 'hash-max-ziplist-value',
}

/** What took the place of a directive that no measured release knows any more; undefined for any other name. */
export function retired(name: string): { readonly replacement: string | null } | null {
  const lower = name.toLowerCase()
  return Object.hasOwn(RETIRED, lower) ? { replacement: RETIRED[lower] ?? null } : null
}
