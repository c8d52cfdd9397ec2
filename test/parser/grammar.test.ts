import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAclGrammar } from '../../src/parser/acl-grammar.ts'
import { createConfLexer } from '../../src/parser/conf-lexer.ts'
import { textOf } from '../../src/parser/index.ts'

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 30 }).map(textOf),
  fc.array(fc.constantFrom(...Array.from('on+-@|~%&><#!db=()aA \t\n\r\v\f\'"\\\0\xff')), { minLength: 1, maxLength: 20 }).map((chars) => chars.join('')),
)

// At run time validation is skipped: it takes longer than parsing. Here Chevrotain has its say; it throws where it objects.
test.each([[false, false], [false, true], [true, false], [true, true]])('Chevrotain accepts the lexer of configuration text, which has a token for every byte', (textMayFollowQuote, dropsByteFF) => {
  const { lexer } = createConfLexer({ textMayFollowQuote, dropsByteFF }, false)
  fc.assert(fc.property(bytes, (text) => {
    const { tokens, errors } = lexer.tokenize(text)
    expect(errors).toEqual([])
    expect(tokens.map((token) => token.image).join('')).toBe(text)
  }), { numRuns: 500 })
})

test('Chevrotain accepts the grammar of ACL rules, which no word can offend', () => {
  const { lexer, parser } = createAclGrammar(false)
  fc.assert(fc.property(bytes, (text) => {
    const { tokens, errors } = lexer.tokenize(text)
    expect(errors).toEqual([])
    expect(tokens.map((token) => token.image).join('')).toBe(text)
    parser.input = tokens
    const rule = parser.rule()({ start: 0, end: text.length }, text)
    expect(parser.errors).toEqual([])
    expect(rule.text).toBe(text)
  }), { numRuns: 2000 })
})
