import type { Plugin } from 'esbuild'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** A piece of a file and what to put in its place. */
interface Change {
  readonly file: RegExp
  readonly from: string
  readonly to: string
}

const CHANGES: readonly Change[] = [
  // A table of 65,536 entries is filled at every start; the formula that fills it is as good for the few who ask.
  { file: /chevrotain\/lib\/src\/scan\/lexer\.js$/, from: '        initCharCodeToOptimizedIndexMap();\n    });', to: '    });' },
  { file: /chevrotain\/lib\/src\/scan\/lexer\.js$/, from: ': charCodeToOptimizedIdxMap[charCode];', to: ': 255 + ~~(charCode / 255);' },
  // Chevrotain's parsers are evaluated when the first ACL rule is met; configuration text needs its lexer only.
  {
    file: /src\/parser\/acl-rules\.ts$/,
    from: 'import { createAclGrammar, type AclGrammar, type RuleMaker } from \'./acl-grammar.ts\'',
    to: 'import type { AclGrammar, RuleMaker } from \'./acl-grammar.ts\'\n'
      + 'const createAclGrammar = (skip: boolean): AclGrammar => require(\'./acl-grammar.ts\').createAclGrammar(skip)',
  },
]

function changed(path: string): string {
  return CHANGES.filter((change) => change.file.test(path)).reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`${path} has changed: look at scripts/lean-chevrotain.ts`)
    return text.replace(from, () => to)
  }, readFileSync(path, 'utf8'))
}

const SCANNER = 'chevrotain-scanner'
/** What writes type declarations for syntax trees; nothing at run time asks for it. */
const LEFT_OUT = 'left-out'

/** For esbuild: bundles Chevrotain without what costs time at every start. What it does stays the same. */
export function leanChevrotain(): Plugin {
  return {
    name: 'lean-chevrotain',
    setup(build) {
      build.onResolve({ filter: /^lodash-es$/ }, () => ({ path: resolve('scripts/lean-lodash.ts') }))
      build.onResolve({ filter: /^@chevrotain\/cst-dts-gen$/ }, ({ path }) => ({ path, namespace: LEFT_OUT }))
      build.onLoad({ filter: /./, namespace: LEFT_OUT }, () => ({ contents: 'export const generateCstDts = undefined' }))
      build.onResolve({ filter: /^chevrotain$/ }, async ({ importer, resolveDir, pluginData }) => {
        if (!importer.endsWith('conf-lexer.ts') || pluginData === SCANNER) return undefined
        const whole = await build.resolve('chevrotain', { kind: 'import-statement', resolveDir, importer, pluginData: SCANNER })
        return { path: 'scan', namespace: SCANNER, pluginData: join(dirname(whole.path), 'scan') }
      })
      build.onLoad({ filter: /./, namespace: SCANNER }, ({ pluginData }) => ({
        contents: 'export { Lexer } from \'./lexer_public.js\'\nexport { createToken } from \'./tokens_public.js\'', resolveDir: pluginData as string,
      }))
      build.onLoad({ filter: /chevrotain\/lib\/src\/scan\/lexer\.js$/ }, ({ path }) => ({ contents: changed(path), loader: 'js' }))
      build.onLoad({ filter: /src\/parser\/acl-rules\.ts$/ }, ({ path }) => ({ contents: changed(path), loader: 'ts' }))
    },
  }
}
