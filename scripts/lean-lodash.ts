/**
 * The functions of lodash that Chevrotain calls, as it calls them: on arrays and plain objects, with functions
 * as iteratees. Lodash itself is a third of the bundle and looks at every kind of collection there is.
 */
type Collection = readonly unknown[] | Readonly<Record<string, unknown>> | null | undefined
type Iteratee = (value: unknown, key: number | string) => unknown

const listOf = (collection: Collection): readonly unknown[] =>
  Array.isArray(collection) ? collection as readonly unknown[] : Object.values(collection ?? {})

/** Calls `visit` for each item until it returns false. */
export function forEach(collection: Collection, visit: Iteratee): Collection {
  if (Array.isArray(collection)) {
    for (let i = 0, { length } = collection; i < length && visit(collection[i], i) !== false; i++);
  } else if (collection !== null && collection !== undefined) {
    const items = collection as Readonly<Record<string, unknown>>
    Object.keys(items).every((key) => visit(items[key], key) !== false)
  }
  return collection
}

export function map(collection: Collection, change: Iteratee): unknown[] {
  const changed: unknown[] = []
  forEach(collection, (value, key) => { changed.push(change(value, key)) })
  return changed
}

export function filter(collection: Collection, keeps: Iteratee): unknown[] {
  const kept: unknown[] = []
  forEach(collection, (value, key) => { if (keeps(value, key)) kept.push(value) })
  return kept
}

export function reduce(collection: Collection, step: (all: unknown, value: unknown, key: number | string) => unknown, start: unknown): unknown {
  let all = start
  forEach(collection, (value, key) => { all = step(all, value, key) })
  return all
}

export function pickBy(object: Readonly<Record<string, unknown>>, keeps: Iteratee): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => keeps(value, key)))
}

export function groupBy(collection: Collection, keyOf: (value: unknown) => unknown): Record<string, unknown[]> {
  const groups: Record<string, unknown[]> = {}
  forEach(collection, (value) => { (groups[String(keyOf(value))] ??= []).push(value) })
  return groups
}

export function defaults(object: Record<string, unknown>, ...sources: readonly Record<string, unknown>[]): Record<string, unknown> {
  for (const source of sources) {
    for (const key of Object.keys(source)) object[key] ??= source[key]
  }
  return object
}

export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value) || typeof value === 'string') return value.length === 0
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}

export function includes(collection: Collection | string, item: unknown): boolean {
  return typeof collection === 'string' ? collection.includes(String(item)) : listOf(collection).includes(item)
}

export function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice()
  return typeof value === 'object' && value !== null ? { ...value } : value
}

export const reject = (collection: Collection, drops: Iteratee): unknown[] => filter(collection, (value, key) => !drops(value, key))
export const find = (collection: Collection, wanted: (value: unknown) => unknown): unknown => listOf(collection).find((value) => wanted(value))
export const every = (collection: Collection, holds: (value: unknown) => unknown): boolean => listOf(collection).every((value) => holds(value))
export const some = (collection: Collection, holds: (value: unknown) => unknown): boolean => listOf(collection).some((value) => holds(value))
export const flatten = (list: readonly unknown[]): unknown[] => list.flat()
export const flatMap = (collection: Collection, change: Iteratee): unknown[] => map(collection, change).flat()
export const compact = (list: readonly unknown[]): unknown[] => list.filter(Boolean)
export const uniq = (list: readonly unknown[]): unknown[] => [...new Set(list)]
export const difference = (list: readonly unknown[], other: readonly unknown[]): unknown[] => list.filter((value) => !other.includes(value))
export const first = (list: readonly unknown[] | undefined): unknown => list?.[0]
export const last = (list: readonly unknown[] | undefined): unknown => list?.at(-1)
export const drop = (list: readonly unknown[], count = 1): unknown[] => list.slice(count)
export const dropRight = (list: readonly unknown[], count = 1): unknown[] => list.slice(0, Math.max(0, list.length - count))
export const indexOf = (list: readonly unknown[], item: unknown): number => list.indexOf(item)
export const keys = (object: object | null | undefined): string[] => Object.keys(object ?? {})
export const values = (object: Collection): unknown[] => Object.values(object ?? {})
export const has = (object: object | null | undefined, key: string): boolean => object !== null && object !== undefined && Object.hasOwn(object, key)
export const assign = (target: object, ...sources: readonly object[]): unknown => Object.assign(target, ...sources) as unknown
export const identity = (value: unknown): unknown => value
export const noop = (): void => { /* does nothing */ }
export const isArray = (value: unknown): boolean => Array.isArray(value)
export const isFunction = (value: unknown): boolean => typeof value === 'function'
export const isObject = (value: unknown): boolean => typeof value === 'function' || (typeof value === 'object' && value !== null)
export const isRegExp = (value: unknown): boolean => value instanceof RegExp
export const isString = (value: unknown): boolean => typeof value === 'string'
export const isUndefined = (value: unknown): boolean => value === undefined
