import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'

/**
 * Packages that the usual run does without: each is a file of its own, loaded when it is first used. All the rest is one
 * file, as every file costs a third of a millisecond to load. Of Chevrotain only the parser stands apart: its lexer reads every file.
 */
const APART = ['chevrotain', 'diff', 'ignore', 'picocolors', 'tinyglobby', 'yargs'] as const

const fileOf = (name: string): string => `packages/${name}.js`

export interface Program {
  /** By path in dist/. */
  readonly files: readonly (readonly [string, string])[]
  readonly metafiles: readonly Metafile[]
}

/** The command line: a launcher, the program, and packages. CommonJS, because Node starts it some ten milliseconds faster than modules. */
export async function bundleProgram(shared: BuildOptions): Promise<Program> {
  const program = await bundled({ entryPoints: ['src/cli/bin.ts'] }, shared, [packagesApart])
  const packages = await Promise.all(APART.map(async (name) => {
    const { text, metafile } = await bundled({ stdin: { contents: requiring(name), resolveDir: '.' }, ...OWN_URL }, shared)
    return { file: [fileOf(name), `"use strict";${text}`] as const, metafile }
  }))
  const text = `(function (exports, require, module, __filename, __dirname) { "use strict";\n${program.text}})\n`
  return {
    files: [['cli.js', launcherOf(text)], ['program.js', text], ...packages.map(({ file }) => file)],
    metafiles: [program.metafile, ...packages.map(({ metafile }) => metafile)],
  }
}

/** As Node's `require` has it: what an ES module exports by this name stands for the whole. */
const requiring = (name: string): string => `const all = require('${name}'); module.exports = all['module.exports'] ?? all`

/** A module may ask where it is. */
const OWN_URL = {
  define: { 'import.meta.url': 'own_url' },
  banner: { js: 'var own_url = require("node:url").pathToFileURL(__filename).href;' },
} satisfies BuildOptions

/** Whoever names one of the packages loads its file. */
const packagesApart: Plugin = {
  name: 'packages-apart',
  setup(esbuild) {
    esbuild.onResolve({ filter: new RegExp(`^(?:${APART.join('|')})$`) }, ({ path, importer }) =>
      importer.endsWith('/conf-lexer.ts') ? undefined : { path: `./${fileOf(path)}`, external: true })
  },
}

async function bundled(entry: BuildOptions, shared: BuildOptions, plugins: readonly Plugin[] = []): Promise<{ readonly text: string; readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    ...shared,
    ...entry,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    minifyIdentifiers: true,
    supported: { 'dynamic-import': false },
    plugins: [...plugins, ...(shared.plugins ?? [])],
  })
  return { text: outputFiles[0]?.text ?? '', metafile }
}

/** A code cache is one of these very bytes: V8 itself looks at their number only. */
const hashOf = (program: string): string => createHash('sha256').update(program).digest('hex').slice(0, 8)

const launcherOf = (program: string): string => readFileSync('scripts/launcher.cjs', 'utf8').replaceAll('HASH', hashOf(program))

/** The file in dist/ that holds what this V8 made of the program. */
export const codeCacheName = (program: string): string => `program-${hashOf(program)}.${process.versions.v8}-${process.arch}.cache`
