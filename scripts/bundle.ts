import { relative } from 'node:path'
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild'
import { declarations } from './declarations.ts'
import { leanChevrotain } from './lean-chevrotain.ts'
import { licences } from './licences.ts'
import { bundleProgram } from './program.ts'

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
  const program = await bundleProgram(SHARED)
  const library = await bundleLibrary()
  const inputs = [...program.metafiles, library.metafile].flatMap((metafile) => Object.keys(metafile.inputs))
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
