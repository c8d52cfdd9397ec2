/** So short a list is searched faster than an index of it is made. */
const SHORT = 32

const indexes = new WeakMap<object, Map<string, number>>()

/**
 * Where a list has the item of that name; -1: nowhere. Names in it differ, items only ever come to its end, and whoever empties it
 * takes a new one: so what is known of it stays true, and a line of many patterns takes no time for each that came before.
 */
export function placeIn<Item>(list: readonly Item[], name: string, nameOf: (item: Item) => string): number {
  if (list.length < SHORT) return list.findIndex((item) => nameOf(item) === name)
  const index = indexes.get(list) ?? new Map<string, number>()
  indexes.set(list, index)
  for (let i = index.size; i < list.length; i++) index.set(nameOf(list[i] as Item), i)
  return index.get(name) ?? -1
}
