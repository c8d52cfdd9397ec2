import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../src/rules/startup/meant-name.ts'
import { isUnknownTarget, schemaFor } from '../../src/schema/index.ts'
import { editDistance } from '../../src/schema/nearest-directives.ts'

const schema = schemaFor('redis@7.2')
if (isUnknownTarget(schema)) throw new Error('unreachable')
const NAMES = schema.commands.names

test('counting letters first leaves out no word that is near', () => {
  const letter = fc.constantFrom('a', 'c', 'd', 'e', 'f', 'g', 'l', 'o', 'r', 's', 't', 'x', '-', '|')
  const misspelt = fc.tuple(fc.constantFrom(...NAMES), fc.nat(12), fc.nat(2), fc.array(letter, { maxLength: 2 }))
    .map(([name, at, removed, put]) => name.slice(0, at) + put.join('') + name.slice(at + removed))
  fc.assert(fc.property(fc.oneof(misspelt, fc.string({ maxLength: 8 })), (written) => {
    const most = written.length > 5 ? 2 : 1
    const distances = NAMES.map((name) => ({ name, slips: editDistance(written, name, most) })).filter(({ slips }) => slips <= most)
    const least = Math.min(...distances.map(({ slips }) => slips))
    const [only, ...others] = distances.filter(({ slips }) => slips === least)
    expect(nearest(written, NAMES)).toBe(others.length === 0 ? only?.name ?? null : null)
  }), { numRuns: 300 })
})

test('a word of any length may be written', () => {
  expect(nearest('x'.repeat(10_000), NAMES)).toBeNull()
})
