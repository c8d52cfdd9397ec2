import { createHash } from 'node:crypto'
import { basename, relative } from 'node:path'
import type { BuildResult, Metafile } from 'esbuild'

/** Outputs by their path, and what esbuild says of them. */
export interface Outputs {
  readonly texts: ReadonlyMap<string, string>
  readonly metafile: Metafile
}

/**
 * Names chunks after what they hold. The hashes esbuild gives them depend on the folder that the project lies in
 * (seen with 0.28), and the same sources must make the same dist anywhere.
 */
export function namedByContents({ outputFiles, metafile }: BuildResult<{ write: false; metafile: true }>): Outputs {
  const chunks = Object.entries(metafile.outputs).filter(([path]) => path.includes('/chunks/'))
  const names = new Map(chunks.map(([path, { inputs, exports, entryPoint = '' }]) => {
    const held = JSON.stringify([entryPoint, Object.keys(inputs).sort(), [...exports].sort()])
    const hash = createHash('sha256').update(held).digest('hex').slice(0, 8)
    return [basename(path), basename(path).replace(/-[A-Z0-9]{8}\.js$/, `-${hash}.js`)] as const
  }))
  const rename = (text: string): string => text.replaceAll(/[\w-]+-[A-Z0-9]{8}\.js/g, (name) => names.get(name) ?? name)
  return {
    texts: new Map(outputFiles.map(({ path, text }) => [rename(relative('.', path)), rename(text)])),
    metafile: JSON.parse(rename(JSON.stringify(metafile))) as Metafile,
  }
}
