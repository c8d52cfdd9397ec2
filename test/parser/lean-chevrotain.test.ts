import { build } from 'esbuild'
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { leanChevrotain } from '../../scripts/lean-chevrotain.ts'
import { createAclGrammar } from '../../src/parser/acl-grammar.ts'
import { createConfLexer } from '../../src/parser/conf-lexer.ts'
import * as parser from '../../src/parser/index.ts'
import { WRITTEN_TEXTS } from './recorded-words.ts'

interface Bundle {
  readonly parser: typeof parser
  readonly createAclGrammar: typeof createAclGrammar
  readonly createConfLexer: typeof createConfLexer
}

/** The parser as it is bundled for users, with Chevrotain made lean. */
async function leanBundle(): Promise<Bundle> {
  const contents = `
    export * as parser from './src/parser/index.ts'
    export { createAclGrammar } from './src/parser/acl-grammar.ts'
    export { createConfLexer } from './src/parser/conf-lexer.ts'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('../..', import.meta.url).pathname, loader: 'ts' },
    bundle: true, format: 'cjs', platform: 'node', write: false, logLevel: 'silent', plugins: [leanChevrotain()],
  })
  const module = { exports: {} }
  const run = runInThisContext(`(function (module, exports, require) {${outputFiles[0]?.text ?? ''}\n})`) as (...globals: unknown[]) => void
  run(module, module.exports, createRequire(import.meta.url))
  return module.exports as Bundle
}

const lean = await leanBundle()

test('the lean Chevrotain still validates both grammars', () => {
  expect(() => lean.createConfLexer(parser.CLASSIC_DIALECT, false)).not.toThrow()
  expect(() => lean.createAclGrammar(false)).not.toThrow()
})

const text = fc.oneof(
  fc.constantFrom(...WRITTEN_TEXTS),
  fc.uint8Array({ maxLength: 40 }).map(parser.textOf),
  fc.array(fc.constantFrom(...Array.from('aA#"\'\\ \t\r\n\v\f\0\xff()%~+-@|x4'), 'user '), { maxLength: 30 }).map((pieces) => pieces.join('')),
)

test('it reads every text as the whole one does', () => {
  fc.assert(fc.property(text, fc.boolean(), (text, textMayFollowQuote) => {
    const dialect = { textMayFollowQuote, dropsByteFF: textMayFollowQuote }
    expect(JSON.stringify(lean.parser.parseConf(text, 'f', dialect).lines)).toBe(JSON.stringify(parser.parseConf(text, 'f', dialect).lines))
    const { words } = parser.splitWords(text, dialect)
    expect(lean.parser.parseAclRules(words, dialect)).toEqual(parser.parseAclRules(words, dialect))
  }), { numRuns: 500 })
})
