import { basename, relative } from 'node:path'
import { build, transform, type BuildOptions, type Metafile, type OutputFile } from 'esbuild'
import { declarations } from './declarations.ts'
import { leanChevrotain } from './lean-chevrotain.ts'
import { licences } from './licences.ts'

/** Files of dist/ by their path in it. */
export type Files = ReadonlyMap<string, string>

const SHARED = {
  bundle: true,
  write: false,
  metafile: true,
  target: 'node20',
  charset: 'ascii',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [leanChevrotain()],
} satisfies BuildOptions

/** Everything that dist/ holds. The same sources give the same bytes. */
export async function bundle(): Promise<Files> {
  const program = await bundleProgram()
  const library = await bundleLibrary()
  const inputs = [...Object.keys(program.metafile.inputs), ...Object.keys(library.metafile.inputs)]
  return new Map([
    ['package.json', '{ "type": "commonjs" }\n'],
    ...program.files,
    ['lib/package.json', '{ "type": "module", "sideEffects": false }\n'],
    ...library.files,
    ...declarations('src/index.ts').map(([path, text]) => [`lib/${path}`, text] as const),
    ['THIRD-PARTY-LICENSES.txt', licences(inputs)],
  ])
}

interface Bundle {
  readonly files: readonly (readonly [string, string])[]
  readonly metafile: Metafile
}

/** Modules that a usual run does not need, with all that only they need: loaded when they are first used. */
const SELDOM_USED = ['src/parser/acl-grammar.ts']

/** What they share with the rest stays apart from them if it is an entry too. */
const SHARED_WITH_THEM = ['src/parser/conf-lexer.ts']

/**
 * The command line. Split into chunks, so that a run loads only what it needs; then each chunk is made
 * CommonJS, which Node starts some ten milliseconds faster than modules.
 */
async function bundleProgram(): Promise<Bundle> {
  const result = await build({
    ...SHARED,
    entryPoints: ['src/cli/bin.ts', ...SELDOM_USED, ...SHARED_WITH_THEM],
    outdir: 'dist',
    outbase: 'src',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    minifyWhitespace: false,
  })
  const outputs = Object.entries(result.metafile.outputs)
  const seldom = outputs.filter(([, { inputs }]) => SELDOM_USED.some((module) => module in inputs)).map(([path]) => basename(path))
  const files = textsOf(result).filter(([path]) => path === 'cli/bin.js' || path.startsWith('chunks/'))
  return { files: await Promise.all(files.map(([path, text]) => commonJs(path, text, seldom))), metafile: result.metafile }
}

async function commonJs(path: string, text: string, seldom: readonly string[]): Promise<readonly [string, string]> {
  const isMain = path === 'cli/bin.js'
  const { code } = await transform(isMain ? text.replaceAll('"../chunks/', '"./chunks/') : text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'import_meta_url' },
  })
  const url = text.includes('import.meta.url') ? 'const import_meta_url = require("node:url").pathToFileURL(__filename).href;\n' : ''
  const small = await transform(`${url}${loadedOnUse(code, seldom)}`, { minifyWhitespace: true, minifyIdentifiers: true, charset: 'ascii', target: 'node20' })
  return isMain ? ['cli.js', `#!/usr/bin/env node\n${small.code}`] : [path, small.code]
}

/** Turns `var x = require(chunk)` of chunks that are seldom used into a function that does so once. */
function loadedOnUse(code: string, seldom: readonly string[]): string {
  return seldom.reduce((text, chunk) => {
    const [whole, name] = new RegExp(`^var (\\w+) = require\\("[^"]*${chunk}"\\);$`, 'm').exec(text) ?? []
    if (whole === undefined || name === undefined) return text
    return text.replaceAll(`${name}.`, `(${name}()).`).replace(whole, `var ${name}_loaded, ${name} = () => ${name}_loaded ??= ${whole.slice(whole.indexOf('require'), -1)};`)
  }, code)
}

async function bundleLibrary(): Promise<Bundle> {
  const result = await build({
    ...SHARED,
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist/lib',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2022',
  })
  return { files: textsOf(result), metafile: result.metafile }
}

function textsOf({ outputFiles }: { readonly outputFiles: readonly OutputFile[] }): readonly (readonly [string, string])[] {
  return outputFiles.map(({ path, text }) => [relative('dist', path), text] as const)
}
