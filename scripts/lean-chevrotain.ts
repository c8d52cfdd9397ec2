import type { Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A piece of a file of Chevrotain and what to put in its place. */
interface Change {
  readonly file: RegExp
  readonly from: string
  readonly to: string
}

const CHANGES: readonly Change[] = [
  // A table of 65,536 entries is filled at every start; the formula that fills it is as good for the few who ask.
  { file: /chevrotain\/lib\/src\/scan\/lexer\.js$/, from: '        initCharCodeToOptimizedIndexMap();\n    });', to: '    });' },
  { file: /chevrotain\/lib\/src\/scan\/lexer\.js$/, from: ': charCodeToOptimizedIdxMap[charCode];', to: ': 255 + ~~(charCode / 255);' },
]

/** Writes type declarations for syntax trees; nothing at run time asks for it. */
const LEFT_OUT = 'left-out'

/** Whoever imports from the package's entry is tied to all of it, so that the parser could not be loaded apart from the lexer. */
const LEXER_ONLY = 'lexer-only'
const LEXER = "export { Lexer } from './scan/lexer_public.js'; export { createToken } from './scan/tokens_public.js'"

function changed(path: string): string {
  return CHANGES.filter((change) => change.file.test(path)).reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`${path} has changed: look at scripts/lean-chevrotain.ts`)
    return text.replace(from, () => to)
  }, readFileSync(path, 'utf8'))
}

/** For esbuild: bundles Chevrotain without what costs time at every start. What it does stays the same. */
export function leanChevrotain(): Plugin {
  return {
    name: 'lean-chevrotain',
    setup(build) {
      build.onResolve({ filter: /^chevrotain$/ }, ({ path, importer }) => (importer.endsWith('/conf-lexer.ts') ? { path, namespace: LEXER_ONLY } : undefined))
      build.onLoad({ filter: /./, namespace: LEXER_ONLY }, () => ({ contents: LEXER, resolveDir: resolve('node_modules/chevrotain/lib/src') }))
      build.onResolve({ filter: /^lodash-es$/ }, () => ({ path: resolve('scripts/lean-lodash.ts') }))
      build.onResolve({ filter: /^@chevrotain\/cst-dts-gen$/ }, ({ path }) => ({ path, namespace: LEFT_OUT }))
      build.onLoad({ filter: /./, namespace: LEFT_OUT }, () => ({ contents: 'export const generateCstDts = undefined' }))
      build.onLoad({ filter: /chevrotain\/lib\/src\/scan\/lexer\.js$/ }, ({ path }) => ({ contents: changed(path), loader: 'js' }))
    },
  }
}
