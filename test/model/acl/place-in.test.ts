import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIn } from '../../../src/model/acl/place-in.ts'

test('a place is where a search finds it, however the list has grown meanwhile', () => {
  fc.assert(fc.property(fc.array(fc.nat(60), { maxLength: 120 }), (numbers) => {
    const list: string[] = []
    for (const name of numbers.map(String)) {
      expect(placeIn(list, name, String)).toBe(list.indexOf(name))
      if (!list.includes(name)) list.push(name)
    }
  }))
})
