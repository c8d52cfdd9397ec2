import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.ts'
import { codeCache, codeCacheName } from './code-cache.ts'

const files = await bundle()
rmSync('dist', { recursive: true, force: true })
for (const [path, text] of files) {
  const file = join('dist', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
chmodSync('dist/cli.js', 0o755)
const [program = ''] = [...files.keys()].filter((path) => path.startsWith('program-'))
writeFileSync(join('dist', codeCacheName(program.replace('.js', ''))), codeCache())
