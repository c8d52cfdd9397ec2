import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.ts'
import { codeCache } from './code-cache.ts'
import { codeCacheName } from './program.ts'

const files = await bundle()
rmSync('dist', { recursive: true, force: true })
for (const [path, text] of files) {
  const file = join('dist', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
chmodSync('dist/cli.js', 0o755)
writeFileSync(join('dist', codeCacheName(files.get('program.js') ?? '')), codeCache())
