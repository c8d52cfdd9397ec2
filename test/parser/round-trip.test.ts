import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, parseAclFile, parseConf, print } from '../../src/parser/index.ts'

const BYTES = Array.from('aA#"\'\\ \t\r\n\v\f\0\xff()%~+-@|x4')
const adversarial = fc.array(fc.constantFrom(...BYTES, '\\x41', 'user ', '\n'), { maxLength: 60 }).map((chars) => chars.join(''))

test('a configuration file prints as it was', () => {
  fc.assert(fc.property(adversarial, fc.boolean(), fc.boolean(), (text, textMayFollowQuote, dropsByteFF) => {
    expect(print(parseConf(text, 'f', { textMayFollowQuote, dropsByteFF }))).toEqual(bytesOf(text))
  }), { numRuns: 5000 })
})

test('an ACL file prints as it was', () => {
  fc.assert(fc.property(adversarial, (text) => {
    expect(print(parseAclFile(text))).toEqual(bytesOf(text))
  }), { numRuns: 5000 })
})
