import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { build, transform, type BuildOptions, type Metafile } from 'esbuild'
import { namedByContents } from './chunk-names.ts'

/** Modules that the usual run needs: they are one file, as each file costs a third of a millisecond to load. */
const USUAL = ['src/cli/bin.ts', 'src/cli/commands/lint.ts', 'src/report/pretty.ts']

/** Modules that it does not need, though it names them, with all that only they need: loaded when they are first used. */
const SELDOM = ['src/parser/acl-grammar.ts']

/** What those share with the rest stays apart from them if it is an entry too. */
const SHARED_WITH_THEM = ['src/parser/conf-lexer.ts']

/**
 * The command line: a launcher, a program with what the usual run needs, and chunks with the rest. CommonJS, because Node
 * starts it some ten milliseconds faster than modules.
 */
export async function bundleProgram(shared: BuildOptions): Promise<{ readonly files: readonly (readonly [string, string])[]; readonly metafile: Metafile }> {
  const { texts, metafile } = namedByContents(await build({
    ...shared,
    entryPoints: ['src/cli/bin.ts', ...SELDOM, ...SHARED_WITH_THEM],
    outdir: 'dist',
    outbase: 'src',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    write: false,
    minifyWhitespace: false,
  }))
  const usual = usualChunks(metafile)
  const seldom = chunksOf(SELDOM, metafile).map((path) => basename(path))
  const code = async (path: string): Promise<string> => loadedOnUse(await commonJs(texts.get(path) ?? ''), seldom)
  const parts = await Promise.all(usual.map(async (path) => [path, await code(path)] as const))
  const rest = [...texts.keys()].filter((path) => path.startsWith('dist/chunks/') && !usual.includes(path))
  const chunks = await Promise.all(rest.map(async (path) => [relative('dist', path), await small(fromProgram(await code(path), usual))] as const))
  const program = await small(joined(parts))
  const name = `program-${createHash('sha256').update(program).digest('hex').slice(0, 8)}`
  const launcher = readFileSync('scripts/launcher.cjs', 'utf8').replaceAll('PROGRAM', name)
  return { files: [['cli.js', launcher], [`${name}.js`, program], ...chunks], metafile }
}

/** The outputs that hold a module. */
const chunksOf = (modules: readonly string[], { outputs }: Metafile): readonly string[] =>
  Object.keys(outputs).filter((path) => modules.some((module) => module in (outputs[path]?.inputs ?? {})))

/** What the usual run needs, each after what it imports. */
function usualChunks(metafile: Metafile): readonly string[] {
  const seldom = chunksOf(SELDOM, metafile)
  const ordered = new Set<string>()
  const visit = (path: string): void => {
    if (ordered.has(path) || seldom.includes(path)) return
    for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? []) if (kind === 'import-statement') visit(imported)
    ordered.add(path)
  }
  for (const path of chunksOf(USUAL, metafile).filter((path) => !path.endsWith('/bin.js'))) visit(path)
  visit('dist/cli/bin.js')
  return [...ordered]
}

async function commonJs(text: string): Promise<string> {
  const url = text.includes('import.meta.url') ? 'const import_meta_url = require("node:url").pathToFileURL(__filename).href;\n' : ''
  const { code } = await transform(text, {
    format: 'cjs', platform: 'node', target: 'node20', supported: { 'dynamic-import': false }, define: { 'import.meta.url': 'import_meta_url' },
  })
  return url + code
}

const small = async (text: string): Promise<string> =>
  (await transform(text, { minifyWhitespace: true, minifyIdentifiers: true, charset: 'ascii', target: 'node20' })).code

const REQUIRED = /require\("\.{1,2}\/(?:chunks\/)?([\w-]+\.js)"\)/g

const variable = (chunk: string): string => `usual_${chunk.replaceAll(/\W/g, '_')}`

/** Each chunk is a function that is called at once, so that V8 compiles it only once, and its exports are a variable. */
function joined(parts: readonly (readonly [string, string])[]): string {
  const names = parts.map(([path]) => basename(path))
  const called = parts.map(([path, code]) => {
    const linked = code.replaceAll(REQUIRED, (_, chunk: string) => (names.includes(chunk) ? variable(chunk) : `require("./chunks/${chunk}")`))
    const isMain = path === 'dist/cli/bin.js'
    return isMain ? `${exportsOf(names)}\n${linked}` : `var ${variable(basename(path))} = (function (module) {\n${linked}\nreturn module.exports })({})`
  })
  return `(function (exports, require, module, __filename, __dirname) { "use strict";\n${called.join(';\n')}\n})`
}

/** For the chunks that are loaded later. */
const exportsOf = (names: readonly string[]): string =>
  `module.exports = { ${names.slice(0, -1).map((name) => `"${name}": ${variable(name)}`).join(', ')} };`

const fromProgram = (code: string, usual: readonly string[]): string =>
  `"use strict";\n${code.replaceAll(REQUIRED, (whole, chunk: string) => (usual.some((path) => basename(path) === chunk) ? `require("../cli.js")["${chunk}"]` : whole))}`

/** Turns `var x = require(chunk)` of chunks that are seldom used into a function that does so once. */
function loadedOnUse(code: string, seldom: readonly string[]): string {
  return seldom.reduce((text, chunk) => {
    const [whole, name] = new RegExp(`^var (\\w+) = require\\("[^"]*${chunk}"\\);$`, 'm').exec(text) ?? []
    if (whole === undefined || name === undefined) return text
    return text.replaceAll(`${name}.`, `(${name}()).`).replace(whole, `var ${name}_loaded, ${name} = () => ${name}_loaded ??= ${whole.slice(whole.indexOf('require'), -1)};`)
  }, code)
}
